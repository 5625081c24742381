package org.affogato.api.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.AsDict;
import org.affogato.api.request.Reply;
import org.affogato.engine.document.Document;
import org.affogato.engine.registry.WhitelistedMethod;

/** What a method answers when all is well: the envelope, and in it the value as far as its Java type tells. */
final class MethodAnswers {
    private static final Map<String, Object> DOCUMENT = Tree.of(
            "type",
            "object",
            "properties",
            Tree.of("doctype", Tree.of("type", "string"), "name", Tree.of()),
            "required",
            List.of("doctype"));

    /** What some methods answer under a status of their own. */
    private static final Map<String, Map<String, Object>> FURTHER = Map.of(
            "frappe.core.doctype.user.user.update_password",
            Tree.of("410", further("The link was used before, or its time is over")),
            "frappe.integrations.oauth2.register_client",
            Tree.of("201", further("The client is registered (RFC 7591)")));

    private MethodAnswers() {}

    private static Map<String, Object> further(String description) {
        return Tree.of("description", description, "content", Operations.json(Tree.of("type", "object")));
    }

    /** By status. */
    static Map<String, Object> of(String path, WhitelistedMethod method) {
        Map<String, Object> further = FURTHER.getOrDefault(path, Map.of());
        return Tree.with(Tree.of("200", usual(method)), further);
    }

    private static Map<String, Object> usual(WhitelistedMethod method) {
        Class<?> type = method.answerClass();
        if (type == Reply.class || type == Reply.ForCall.class) {
            return Tree.of("description", "A file, a page or JSON of its own", "content", Tree.of("*/*", Tree.of()));
        }
        Map<String, Object> envelope = Tree.of("type", "object");
        Map<String, Object> properties = Tree.of("_server_messages", Tree.of("type", "string"));
        if (type != void.class) {
            properties.put("message", schema(method.answerType()));
        }
        envelope.put("properties", properties);
        if (type != void.class && !method.mayAnswerNull()) {
            envelope.put("required", List.of("message"));
        }
        return Tree.of("description", "What the method answers, under message", "content", Operations.json(envelope));
    }

    private static Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return Tree.of("type", "array", "items", schema(generic.getActualTypeArguments()[0]));
        }
        Type plain = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        return plain == Document.class || plain == AsDict.class
                ? DOCUMENT
                : plain instanceof Class<?> known ? Operations.type(known) : Tree.of();
    }
}
