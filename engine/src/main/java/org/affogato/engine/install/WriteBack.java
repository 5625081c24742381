package org.affogato.engine.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Writes a standard DocType that was changed in developer mode back into its app's file. Frappe: {@code export_doc}. */
final class WriteBack {
    private final DefinitionHomes homes;

    WriteBack(DefinitionHomes homes) {
        this.homes = homes;
    }

    /** The file is written once the change is committed. */
    void plan(Document definition, Context context) {
        String module = definition.text("module");
        Object app = context.documents().value("Module Def", module, "app_name");
        Document copy = definition.copy();
        homes.find(definition.name(), module, app == null ? null : app.toString())
                .ifPresent(file -> context.afterCommit(() -> write(copy, file)));
    }

    private static void write(Document definition, Path file) {
        try {
            Map<String, @Nullable Object> old =
                    Files.exists(file) ? DefinitionReader.parse(Files.readString(file)) : Map.of();
            String text = FrappeJson.write(DefinitionExport.of(definition, old));
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be written", failed);
        }
    }
}
