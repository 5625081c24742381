package org.affogato.api.mcp;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.mcp.Tool.Effect;
import org.affogato.api.request.ReadableParts;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.InternalError;
import org.affogato.engine.error.QueryDeadlockError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** All tools, and the call of one: what it refuses is told to the model, and what it wrote until then is undone. */
@Singleton
class Tools {
    private final Map<String, Tool> byName = new LinkedHashMap<>();
    private final GrantedRights rights = new GrantedRights();

    Tools(DefinitionTools definitions, DocumentTools documents, MethodTools methods) {
        Stream.of(definitions.all(), documents.all(), methods.all())
                .flatMap(List::stream)
                .forEach(tool -> byName.put(tool.name(), tool));
    }

    /** The tools that can be of use to the caller. */
    Map<String, Object> list(Context context) {
        List<Map<String, Object>> offered = new ArrayList<>();
        for (Tool tool : byName.values()) {
            if (tool.right() == null || rights.has(tool.right(), context)) {
                offered.add(tool.described());
            }
        }
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("tools", offered);
        return list;
    }

    Map<String, Object> call(Map<String, @Nullable Object> params, Context context) {
        Tool tool = byName.get(String.valueOf(params.get("name")));
        if (tool == null) {
            throw new ProtocolError(ProtocolError.BAD_PARAMETERS, "There is no tool " + params.get("name"));
        }
        Object given = params.get("arguments");
        ToolArguments arguments = new ToolArguments(given == null ? new LinkedHashMap<>() : Json.object(given));
        try {
            return success(run(tool, arguments, context));
        } catch (QueryDeadlockError | InternalError notTheModels) {
            throw notTheModels;
        } catch (EngineException refused) {
            return failure(refused);
        }
    }

    private static byte[] run(Tool tool, ToolArguments arguments, Context context) {
        if (tool.effect() == Effect.READS) {
            return json(tool.work().call(arguments, context), context);
        }
        List<byte[]> result = new ArrayList<>();
        context.database().savepoint(() -> result.add(json(tool.work().call(arguments, context), context)));
        return result.getFirst();
    }

    private static byte[] json(Map<String, @Nullable Object> result, Context context) {
        ReadableParts.keep(result, context);
        return JsonWriter.bytes(out -> JsonWriter.write(out, result));
    }

    /** The result twice: as text for models, as an object for programs. */
    private static Map<String, Object> success(byte[] json) {
        Map<String, Object> answer = content(new String(json, StandardCharsets.UTF_8));
        answer.put("structuredContent", Json.object(Json.read(json)));
        return answer;
    }

    private static Map<String, Object> failure(EngineException refused) {
        Map<String, Object> answer = content(refused.getClass().getSimpleName() + ": " + refused.getMessage());
        answer.put("isError", true);
        return answer;
    }

    private static Map<String, Object> content(String text) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("type", "text");
        block.put("text", text);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("content", List.of(block));
        return answer;
    }
}
