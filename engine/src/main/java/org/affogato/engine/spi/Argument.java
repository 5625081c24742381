package org.affogato.engine.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the argument of a {@link Whitelisted} method's parameter, or gives its default. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Argument {
    /** The name on the wire; empty for the parameter's own in snake_case. */
    String value() default "";

    /** The value as text when the argument is absent; {@link #NONE} for none. */
    String otherwise() default NONE;

    String NONE = "\u0000";
}
