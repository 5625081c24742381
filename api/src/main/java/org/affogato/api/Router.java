package org.affogato.api;

import jakarta.inject.Singleton;
import org.affogato.api.batch.BatchEndpoint;
import org.affogato.api.method.MethodEndpoint;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.api.request.Routes;
import org.affogato.api.resource.ResourceEndpoint;

/** Leads a call below {@code /api} to what it does. Frappe: {@code api/__init__.py}. */
@Singleton
class Router {
    private static final String ROOT = "/api/";
    private static final String V1 = "v1/";
    private static final String V2 = "v2/";
    private static final String RESOURCE = "resource/";
    private static final String METHOD = "method/";

    private final ResourceEndpoint resources;
    private final MethodEndpoint methods;
    private final VersionTwo versionTwo;
    private final BatchEndpoint batches;

    Router(ResourceEndpoint resources, MethodEndpoint methods, VersionTwo versionTwo, BatchEndpoint batches) {
        this.resources = resources;
        this.methods = methods;
        this.versionTwo = versionTwo;
        this.batches = batches;
    }

    /** The call's action; a batch is one whose parts come back here. */
    Action find(HttpCall call) {
        return BatchEndpoint.PATH.equals(call.path()) ? batches.find(call, this::single) : single(call);
    }

    private Action single(HttpCall call) {
        Object command = call.arguments().get("cmd");
        if (command != null && !command.equals("")) {
            return methods.command(call, command.toString());
        }
        String path = call.path().startsWith(ROOT) ? call.path().substring(ROOT.length()) : "";
        if (path.startsWith(V2)) {
            return versionTwo.find(call, path.substring(V2.length()));
        }
        return versionOne(call, path.startsWith(V1) ? path.substring(V1.length()) : path);
    }

    private Action versionOne(HttpCall call, String path) {
        if (path.startsWith(METHOD)) {
            return methods.find(call, path.substring(METHOD.length()));
        }
        if (path.startsWith(RESOURCE)) {
            return resources.find(call, path.substring(RESOURCE.length()));
        }
        throw Routes.nothing();
    }
}
