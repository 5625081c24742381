package org.affogato.engine.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter of a {@link Whitelisted} method that whoever serves the call hands in: the HTTP call in the api. It
 * is no argument of the wire. Where a call comes another way, from the command line, such a method is refused.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Host {}
