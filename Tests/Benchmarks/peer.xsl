<?xml version="1.0" encoding="UTF-8"?>
<!-- A minimal page of a submission: the least that a peer has to do to write HTML. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:s="urn:emn:bulletin:submission:1"
  exclude-result-prefixes="s">
  <xsl:output method="html" encoding="UTF-8" indent="no"/>
  <xsl:template match="/s:submission">
    <html lang="en">
      <head><title><xsl:value-of select="concat(@country, ' ', @period)"/></title></head>
      <body><xsl:apply-templates select="s:development"/></body>
    </html>
  </xsl:template>
  <xsl:template match="s:development">
    <article id="{@id}">
      <h2><xsl:value-of select="s:headline"/></h2>
      <ul><xsl:for-each select="s:stage"><li><xsl:value-of select="concat(@type, ' ', @date)"/></li></xsl:for-each></ul>
      <xsl:apply-templates select="s:body/s:p"/>
      <ul><xsl:for-each select="s:act|s:eu-act|s:figure"><li><xsl:value-of select="."/></li></xsl:for-each></ul>
      <ul><xsl:apply-templates select="s:source"/></ul>
    </article>
  </xsl:template>
  <xsl:template match="s:p"><p><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="s:em|s:term"><em><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="s:foreign"><i lang="{@xml:lang}"><xsl:apply-templates/></i></xsl:template>
  <xsl:template match="s:link"><a href="{@href}"><xsl:apply-templates/></a></xsl:template>
  <xsl:template match="s:cite"><cite><xsl:apply-templates/></cite></xsl:template>
  <xsl:template match="s:source[@href]"><li><a href="{@href}"><xsl:value-of select="."/></a></li></xsl:template>
  <xsl:template match="s:source"><li><xsl:value-of select="."/></li></xsl:template>
</xsl:stylesheet>
