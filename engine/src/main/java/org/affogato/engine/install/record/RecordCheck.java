package org.affogato.engine.install.record;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.fieldtype.Moments;
import org.affogato.engine.install.record.RecordFile.Kind;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/**
 * Which files are to be imported: those that changed since the last import, and those of which a record is gone or was
 * changed by the site. A standard record that is newer than its file stays. Frappe: {@code import_file_by_path}.
 */
public final class RecordCheck {
    private final Database database;
    private final Map<String, String> imported;
    private final Function<String, Optional<Meta>> metas;

    /**
     * @param imported hashes of files by path, as they were last imported
     * @param metas DocTypes that have their table
     */
    public RecordCheck(Database database, Map<String, String> imported, Function<String, Optional<Meta>> metas) {
        this.database = database;
        this.imported = imported;
        this.metas = metas;
    }

    public List<RecordFile> due(List<RecordFile> files) {
        return files.stream().filter(this::isDue).toList();
    }

    private boolean isDue(RecordFile file) {
        boolean changed = !file.hash().equals(imported.get(file.path()));
        if (changed && file.kind() != Kind.STANDARD) {
            return true;
        }
        return byDoctype(file).entrySet().stream()
                .anyMatch(entry -> isDue(entry.getKey(), entry.getValue(), file, changed));
    }

    private static Map<String, List<Map<String, @Nullable Object>>> byDoctype(RecordFile file) {
        return file.documents().stream()
                .collect(Collectors.groupingBy(document -> String.valueOf(document.get("doctype"))));
    }

    private boolean isDue(
            String doctype, List<Map<String, @Nullable Object>> documents, RecordFile file, boolean changed) {
        Meta meta = metas.apply(doctype).orElse(null);
        if (meta == null || meta.isSingle() || meta.isVirtual()) {
            return changed;
        }
        Map<String, LocalDateTime> stored = new HashMap<>();
        List<String> names = documents.stream()
                .map(document -> String.valueOf(document.get("name")))
                .toList();
        DefinitionQueries.modified(database, meta, names, stored::put);
        return documents.stream()
                .anyMatch(document -> isDue(
                        stored.get(String.valueOf(document.get("name"))),
                        time(document.get("modified")),
                        file,
                        changed));
    }

    private static boolean isDue(
            @Nullable LocalDateTime stored, @Nullable LocalDateTime given, RecordFile file, boolean changed) {
        if (stored == null) {
            return true;
        }
        if (given == null) {
            return changed;
        }
        return file.kind() == Kind.STANDARD ? given.isAfter(stored) : !given.equals(stored);
    }

    static @Nullable LocalDateTime time(@Nullable Object value) {
        try {
            return value == null ? null : Moments.moment(value);
        } catch (ValidationError unreadable) {
            return null;
        }
    }
}
