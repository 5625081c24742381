package org.affogato.engine.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission a {@link Whitelisted} method needs, from a closed set, checked before it is called. Exactly one of
 * {@link #access}, {@link #role} and {@link #right} is set.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
    /** Who may call without a further rule. */
    Access access() default Access.UNSET;

    /** Roles of which the caller needs one. */
    String[] role() default {};

    /** A right's wire name ({@code read}) on {@link #doctype} or on the document named by arguments. */
    String right() default "";

    /** The DocType of {@link #right}; empty if an argument names it. */
    String doctype() default "";

    /** The argument that names the DocType. */
    String doctypeArgument() default "doctype";

    /** The argument that names the document; empty for a right on the DocType. */
    String nameArgument() default "";

    /** Callers that need no right. */
    enum Access {
        UNSET,
        /** Anybody, without login. */
        GUEST,
        /** Any logged-in user; the method itself checks what it touches. */
        ANY_USER,
        /** Any logged-in user, who reaches own data only. */
        OWN_DATA
    }
}
