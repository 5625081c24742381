package org.affogato.api;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.method.ControllerModules;
import org.affogato.api.method.MethodEndpoint;
import org.affogato.api.method.desk.list.ListViews;
import org.affogato.api.method.desk.meta.FormMetas;
import org.affogato.api.request.Data;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.api.request.Routes;
import org.affogato.api.resource.DocumentEndpoint;
import org.affogato.engine.error.MethodNotAllowed;
import org.affogato.engine.spi.Arguments;
import org.jspecify.annotations.Nullable;

/** The routes of {@code /api/v2}. Frappe: {@code api/v2.py}. */
@Singleton
class VersionTwo {
    private final MethodEndpoint methods;
    private final ControllerModules modules;
    private final DocumentEndpoint documents;
    private final ListViews lists;
    private final FormMetas definitions;

    VersionTwo(
            MethodEndpoint methods,
            ControllerModules modules,
            DocumentEndpoint documents,
            ListViews lists,
            FormMetas definitions) {
        this.methods = methods;
        this.modules = modules;
        this.documents = documents;
        this.lists = lists;
        this.definitions = definitions;
    }

    /**
     * @param path what follows {@code /api/v2/}
     */
    Action find(HttpCall call, String path) {
        int slash = path.indexOf('/');
        String rest = path.substring(slash + 1);
        if (slash < 0 || rest.isEmpty()) {
            throw Routes.nothing();
        }
        return switch (path.substring(0, slash)) {
            case "method" -> method(call, Routes.withoutSlash(rest));
            case "document" -> documents.find(call, rest);
            case "doctype" -> doctype(call, Routes.withoutSlash(rest));
            default -> throw Routes.nothing();
        };
    }

    /** A dotted path, or a DocType and a function beside its controller. */
    private Action method(HttpCall call, String rest) {
        if (rest.equals("run_doc_method")) {
            return documents.runHeld(call);
        }
        String[] parts = rest.split("/", -1);
        return switch (parts.length) {
            case 1 -> methods.callOfVersionTwo(call, rest);
            case 2 -> methods.callOfVersionTwo(call, modules.path(parts[0], parts[1]));
            default -> throw Routes.nothing();
        };
    }

    /** What is asked of a DocType as a whole: the number of its documents, its definition. */
    private Action doctype(HttpCall call, String rest) {
        int slash = rest.lastIndexOf('/');
        String asked = rest.substring(slash + 1);
        if (slash < 0 || !asked.equals("count") && !asked.equals("meta")) {
            throw Routes.nothing();
        }
        if (!call.verb().equals("GET")) {
            throw new MethodNotAllowed("The " + asked, "GET");
        }
        String doctype = rest.substring(0, slash);
        return asked.equals("meta")
                ? (Data) context -> definitions.definition(doctype, context)
                : count(doctype, call.arguments());
    }

    private Action count(String doctype, Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(given);
        arguments.put("doctype", doctype);
        return (Data) context -> lists.count(context, new Arguments(arguments));
    }
}
