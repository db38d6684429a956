/// The version of the compiler; a change to the look or the content of an edition raises it.
public let bulletinVersion = "0.1.0"
