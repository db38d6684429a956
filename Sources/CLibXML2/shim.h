#ifndef BULLETIN_CLIBXML2_SHIM_H
#define BULLETIN_CLIBXML2_SHIM_H

#include <stdlib.h>

#include <libxml/xmlversion.h>
/* A libxml2 that was built with ICU would bring ICU's headers in, which clash with the ones that Foundation carries.
   Nothing here looks inside the structures that they would change. */
#undef LIBXML_ICU_ENABLED

#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

/* The type of an error callback changed in libxml2 2.12 (the error became const). These few functions give
   Swift one spelling for all versions. */
typedef void (*bulletin_error_callback)(void *user, const xmlError *error);

static inline void bulletin_set_schema_parser_errors(xmlSchemaParserCtxtPtr context,
                                                     bulletin_error_callback callback, void *user) {
  xmlSchemaSetParserStructuredErrors(context, (xmlStructuredErrorFunc)callback, user);
}

static inline void bulletin_set_schema_errors(xmlSchemaValidCtxtPtr context, bulletin_error_callback callback,
                                              void *user) {
  xmlSchemaSetValidStructuredErrors(context, (xmlStructuredErrorFunc)callback, user);
}

static inline void bulletin_set_parser_errors(xmlSAXHandler *handler, bulletin_error_callback callback) {
  handler->serror = (xmlStructuredErrorFunc)callback;
}

/* The count of bytes that the parser has taken from its input. `consumed` counts what it has already dropped
   from the front of its buffer. */
static inline size_t bulletin_position(xmlParserCtxtPtr context) {
  if (context == NULL || context->input == NULL) return 0;
  return (size_t)context->input->consumed + (size_t)(context->input->cur - context->input->base);
}

static inline void bulletin_say_nothing(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

/* Keeps the library from printing anything, in this thread and in those that come after it. */
static inline void bulletin_silence(void) {
  xmlSetGenericErrorFunc(NULL, bulletin_say_nothing);
  xmlThrDefSetGenericErrorFunc(NULL, bulletin_say_nothing);
}

/* The number of the library that is linked, which may be newer than that of these headers. */
static inline int bulletin_libxml2_version(void) { return atoi(xmlParserVersion); }

#endif
