package org.affogato.engine.query;

/** A selected expression and the key it goes out by. */
record Field(Expression expression, String label) {}
