package org.affogato.api.mcp;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.api.mcp.Tool.Effect;
import org.affogato.api.request.Reply;
import org.affogato.engine.Engine;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.registry.MethodParameter;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Tools for whitelisted methods and reports, which check the permission that they declare. */
@Singleton
class MethodTools {
    private static final long MOST_MATCHES = 40;
    private static final String REPORT = "frappe.desk.query_report.run";

    private final Provider<Engine> engine;

    MethodTools(Provider<Engine> engine) {
        this.engine = engine;
    }

    List<Tool> all() {
        return List.of(
                Tool.reading(
                        "find_methods",
                        "Find callable methods by a part of their dotted path, with their arguments.",
                        Input.of("search", "string", "a part of the path, such as analytics"),
                        this::find),
                new Tool(
                        "call_method",
                        "Call a method by its dotted path.",
                        Input.of("method", "string", "the dotted path").or("arguments", "object", "arguments by name"),
                        Effect.WRITES,
                        null,
                        this::call),
                Tool.reading(
                        "run_report",
                        "Run a report and answer its columns and rows.",
                        Input.of("report", "string", "the report's name").or("filters", "object", "its filters"),
                        this::runReport));
    }

    private Map<String, @Nullable Object> find(ToolArguments arguments, Context context) {
        String search = arguments.text("search").toLowerCase(Locale.ROOT);
        List<Map<String, Object>> found = engine.get().methods().all().entrySet().stream()
                .filter(method -> method.getKey().toLowerCase(Locale.ROOT).contains(search))
                .limit(MOST_MATCHES)
                .map(method -> described(method.getKey(), method.getValue()))
                .toList();
        return result("methods", found);
    }

    private static Map<String, Object> described(String path, WhitelistedMethod method) {
        List<String> arguments = new ArrayList<>();
        for (MethodParameter parameter : method.parameters()) {
            boolean optional = parameter.optional() || parameter.otherwise() != null;
            arguments.add(parameter.name() + (optional ? " (optional)" : ""));
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("method", path);
        described.put("arguments", arguments);
        return described;
    }

    private Map<String, @Nullable Object> call(ToolArguments arguments, Context context) {
        return result("message", called(arguments.text("method"), arguments.object("arguments"), context));
    }

    private Map<String, @Nullable Object> runReport(ToolArguments arguments, Context context) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("report_name", arguments.text("report"));
        values.put("filters", arguments.object("filters"));
        return result("report", called(REPORT, values, context));
    }

    private @Nullable Object called(String path, Map<String, @Nullable Object> values, Context context) {
        WhitelistedMethod method =
                engine.get().methods().find(path).orElseThrow(() -> new ValidationError("There is no method " + path));
        Object answer = method.call(context, new Arguments(values));
        if (answer instanceof Reply) {
            throw new ValidationError(path + " answers a file or a page, which no tool can hand on");
        }
        return answer;
    }

    private static Map<String, @Nullable Object> result(String key, @Nullable Object value) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put(key, value);
        return result;
    }
}
