package org.affogato.engine.registry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.InternalError;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** One callable method: checks the verb and the declared permission, converts the arguments, calls. */
public final class WhitelistedMethod {
    private static final List<String> ANY_VERB = List.of("GET", "POST", "PUT", "DELETE");

    private final WhitelistedMethods owner;
    private final Method method;
    private final Whitelisted whitelisted;
    private final Gate gate;
    private final List<MethodParameter> parameters;

    private WhitelistedMethod(WhitelistedMethods owner, Method method, Whitelisted whitelisted, Requires requires) {
        this.owner = owner;
        this.method = method;
        this.whitelisted = whitelisted;
        this.gate = new Gate(requires);
        this.parameters =
                Stream.of(method.getParameters()).map(MethodParameter::of).toList();
    }

    static WhitelistedMethod of(WhitelistedMethods owner, Method method, Whitelisted whitelisted) {
        Requires requires = method.getAnnotation(Requires.class);
        if (requires == null) {
            throw new IllegalStateException(method + " is whitelisted without @Requires");
        }
        return new WhitelistedMethod(owner, method, whitelisted, requires);
    }

    /** What the method declares it needs. */
    public Requires requires() {
        return gate.requires();
    }

    /** The declared paths, verbs and commit rule. */
    public Whitelisted whitelisted() {
        return whitelisted;
    }

    /** The parameters that come from the call, for documentation. */
    public List<MethodParameter> parameters() {
        return parameters.stream().filter(MethodParameter::fromCall).toList();
    }

    /** The type of what the method returns, for documentation. */
    public Type answerType() {
        return method.getGenericReturnType();
    }

    /** The class of what the method returns. */
    public Class<?> answerClass() {
        return method.getReturnType();
    }

    /** Whether the method may return nothing. */
    public boolean mayAnswerNull() {
        return method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }

    /** Whether the method takes the verb. */
    public boolean takes(String verb) {
        return whitelisted.verbs().length == 0
                ? ANY_VERB.contains(verb)
                : List.of(whitelisted.verbs()).contains(verb);
    }

    /**
     * @throws PermissionError where the caller lacks the declared permission
     * @throws org.affogato.engine.error.FrappeTypeError where an argument is missing or of another type
     */
    public @Nullable Object call(Context context, Arguments arguments) {
        gate.check(context, arguments);
        Object[] values = new Object[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters.get(i).value(context, arguments);
        }
        return invoke(values);
    }

    private @Nullable Object invoke(Object[] values) {
        try {
            return method.invoke(owner, values);
        } catch (InvocationTargetException error) {
            if (error.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure(error.getCause());
        } catch (IllegalAccessException error) {
            throw failure(error);
        }
    }

    private EngineException failure(@Nullable Throwable cause) {
        InternalError error = new InternalError(method + " failed");
        error.initCause(cause);
        return error;
    }
}
