package org.affogato.api.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A recorded conversation.
 *
 * @param name {@code folder/scenario}
 */
record Scenario(String name, List<Map<String, @Nullable Object>> steps) {
    static Scenario read(Path file) {
        try {
            Map<String, @Nullable Object> content = Json.object(Json.read(Files.readAllBytes(file)));
            List<Map<String, @Nullable Object>> steps = new ArrayList<>();
            Json.list(content.get("steps")).forEach(step -> steps.add(Json.object(step)));
            String stem = file.getFileName().toString().replace(".json", "");
            return new Scenario(file.getParent().getFileName() + "/" + stem, steps);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
