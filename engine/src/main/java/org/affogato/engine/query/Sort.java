package org.affogato.engine.query;

/** One part of an order. */
record Sort(Expression expression, boolean descending) {}
