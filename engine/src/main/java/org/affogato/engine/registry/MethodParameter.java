package org.affogato.engine.registry;

import java.lang.reflect.Parameter;
import java.util.Locale;
import org.affogato.engine.error.FrappeTypeError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Host;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a whitelisted method and where its value comes from.
 *
 * @param name the argument's name on the wire
 * @param otherwise the value as text when the call lacks it, or null
 * @param optional whether null is handed in when the call lacks it
 * @param hosted whether whoever serves the call hands it in
 */
public record MethodParameter(
        String name, Class<?> type, @Nullable String otherwise, boolean optional, boolean hosted) {
    static MethodParameter of(Parameter parameter) {
        Argument argument = parameter.getAnnotation(Argument.class);
        String name =
                argument == null || argument.value().isEmpty() ? snakeCase(parameter.getName()) : argument.value();
        String otherwise = argument == null || argument.otherwise().equals(Argument.NONE) ? null : argument.otherwise();
        boolean optional = parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean hosted = parameter.isAnnotationPresent(Host.class);
        return new MethodParameter(name, parameter.getType(), otherwise, optional, hosted);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Whether a caller sends it, rather than the engine. */
    boolean fromCall() {
        return !hosted && type != Context.class && type != Arguments.class;
    }

    @Nullable
    Object value(Context context, Arguments arguments) {
        if (type == Context.class) {
            return context;
        }
        if (type == Arguments.class) {
            return arguments;
        }
        if (hosted) {
            return fromHost(arguments);
        }
        Object given = arguments.get(name);
        Object value = given == null ? otherwise : given;
        if (value == null && !optional) {
            throw new FrappeTypeError("The argument " + name + " is missing");
        }
        return value == null ? null : ArgumentTypes.convert(name, value, type);
    }

    private Object fromHost(Arguments arguments) {
        Object host = arguments.host();
        if (host == null || !type.isInstance(host)) {
            throw new ValidationError("This method answers HTTP calls only");
        }
        return host;
    }
}
