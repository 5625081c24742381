package org.affogato.api.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * What a model may do here.
 *
 * @param effect whether it reads, writes or destroys
 * @param right offered only to callers who have this right on some DocType; null for all
 */
record Tool(
        String name,
        String description,
        Input input,
        Effect effect,
        @Nullable Right right,
        Work work) {
    /** What a call leaves behind. */
    enum Effect {
        READS,
        WRITES,
        DESTROYS
    }

    /** What the tool does: its arguments are JSON values, its result is an object for {@code structuredContent}. */
    @FunctionalInterface
    interface Work {
        Map<String, @Nullable Object> call(ToolArguments arguments, Context context);
    }

    static Tool reading(String name, String description, Input input, Work work) {
        return new Tool(name, description, input, Effect.READS, null, work);
    }

    /** The tool as {@code tools/list} shows it. */
    Map<String, Object> described() {
        Map<String, Object> hints = new LinkedHashMap<>();
        hints.put("readOnlyHint", effect == Effect.READS);
        hints.put("destructiveHint", effect == Effect.DESTROYS);
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", name);
        described.put("description", description);
        described.put("inputSchema", input.schema());
        described.put("annotations", hints);
        return described;
    }
}
