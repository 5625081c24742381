package org.affogato.api.method;

import org.affogato.api.request.HttpCall;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The call of a whitelisted method with what the caller sent; its value goes out under the given key. */
record MethodCall(String key, WhitelistedMethod method, HttpCall call) implements Action {
    @Override
    public boolean commitsAlways() {
        return method.whitelisted().commitsOnGet();
    }

    @Override
    public @Nullable Object run(Context context) {
        if (!method.takes(call.sentVerb())) {
            throw new PermissionError("Not permitted");
        }
        return method.call(context, new Arguments(call.arguments(), call));
    }
}
