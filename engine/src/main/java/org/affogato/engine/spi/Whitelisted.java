package org.affogato.engine.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a Java method callable at {@code /api/method/<path>}; it also has to say by {@link Requires} who may.
 *
 * <p>Parameters are filled by name: {@code Context} is handed in, {@code Arguments} are all of the call, any other one
 * is the argument of its name in snake_case ({@link Argument} names another), converted to its type or refused with
 * FrappeTypeError. A parameter that is not {@code @Nullable} and has no default must be given.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Whitelisted {
    /** The dotted paths, the canonical one first. */
    String[] value();

    /** Verbs that are taken; empty for all of GET, POST, PUT, DELETE. */
    String[] verbs() default {};

    /** Commits at success even when called by GET. */
    boolean commitsOnGet() default false;
}
