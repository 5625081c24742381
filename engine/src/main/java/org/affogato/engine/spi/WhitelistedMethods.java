package org.affogato.engine.spi;

/** Marks an object whose {@link Whitelisted} methods are callable at {@code /api/method/<dotted path>}. */
public interface WhitelistedMethods {}
