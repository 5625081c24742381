package org.affogato.engine.install.record;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.db.DocumentStore;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.install.record.RecordFile.Kind;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Flags;
import org.jspecify.annotations.Nullable;

/**
 * Puts the records of a file in the place of those that the site has under their names; hook methods see them as new.
 * Only what a person switches on and off stays as the site has it. Frappe: {@code import_doc}.
 */
public final class RecordImport {
    /** By DocType, what a site decides for itself. */
    private static final Map<String, List<String>> KEPT = Map.of(
            "Report", List.of("disabled", "prepared_report", "add_total_row"),
            "Print Format", List.of("disabled"),
            "Notification", List.of("enabled"),
            "Print Style", List.of("disabled"),
            "Module Onboarding", List.of("is_complete"),
            "Onboarding Step", List.of("is_complete", "is_skipped"),
            "Workspace", List.of("is_hidden"));

    /** By DocType that changes another one, the field that names that. */
    private static final Map<String, String> DEFINES =
            Map.of("Custom Field", "dt", "Property Setter", "doc_type", "Custom DocPerm", "parent", "DocType", "name");

    /** Fixtures are validated as a user's documents are; links may be to what comes later. */
    private static final Flags VALIDATED = new Flags(true, true, false, false, true, true);

    private static final Set<String> OF_THE_SAVE = Set.of("creation", "modified", "modified_by", "owner", "docstatus");

    private final DocumentStore store = new DocumentStore();
    private final Context context;

    private RecordImport(Context context) {
        this.context = context;
    }

    /**
     * Imports all documents of the file.
     *
     * @throws DoesNotExistError where the site has no such DocType
     */
    public static void run(RecordFile file, Context context) {
        Flags flags = file.kind() == Kind.FIXTURE ? VALIDATED : Flags.NONE.migrating();
        RecordImport records = new RecordImport(context.with(flags));
        if (file.kind() == Kind.CUSTOMISATION) {
            records.clear(file);
        }
        file.documents().forEach(records::add);
    }

    /** What a file lays over a DocType replaces all Property Setters and rights that were laid over it before. */
    private void clear(RecordFile file) {
        for (String doctype : List.of("Property Setter", "Custom DocPerm")) {
            String target = DEFINES.getOrDefault(doctype, "");
            file.documents().stream()
                    .filter(document -> doctype.equals(document.get("doctype")))
                    .map(document -> String.valueOf(document.get(target)))
                    .distinct()
                    .forEach(of -> DefinitionQueries.removeLaidOver(context.database(), doctype, target, of));
        }
    }

    private void add(Map<String, @Nullable Object> content) {
        String doctype = String.valueOf(content.get("doctype"));
        if (!context.hasDoctype(doctype)) {
            throw new DoesNotExistError("DocType " + doctype + " not found");
        }
        Meta meta = context.meta(doctype);
        String name = meta.isSingle() ? doctype : String.valueOf(content.getOrDefault("name", ""));
        if (name.isEmpty()) {
            throw new ValidationError("A record of " + doctype + " has no name");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(content);
        if (meta.isTree()) {
            values.keySet().removeAll(Set.of("lft", "rgt", "old_parent"));
        }
        stamp(meta.isSingle() || meta.isTree() ? change(meta, name, values) : replace(meta, name, values), content);
    }

    private Document replace(Meta meta, String name, Map<String, @Nullable Object> values) {
        context.documents().find(meta.name(), name).ifPresent(old -> {
            KEPT.getOrDefault(meta.name(), List.of()).forEach(fieldname -> values.put(fieldname, old.get(fieldname)));
            remove(old);
        });
        return context.documents().insert(context.documents().create(meta.name(), values));
    }

    /** Takes the rows out without a word to hook methods: the new document takes their place. */
    private void remove(Document old) {
        for (DocField table : old.meta().tableFields()) {
            List<Document> rows = old.rows(table.fieldname());
            if (!rows.isEmpty() && !rows.getFirst().meta().isVirtual()) {
                store.delete(
                        context.database(),
                        rows.getFirst().meta(),
                        rows.stream().map(Document::name).toList());
            }
        }
        store.delete(context.database(), old.meta(), List.of(old.name()));
        String target = DEFINES.get(old.doctype());
        if (target != null) {
            context.definitionChanged(old.text(target));
        }
    }

    /** A Single has no other place, and a node of a tree keeps what hangs below it. */
    private Document change(Meta meta, String name, Map<String, @Nullable Object> values) {
        Document document = context.documents().find(meta.name(), name).orElse(null);
        if (document == null) {
            return context.documents().insert(context.documents().create(meta.name(), values));
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        meta.fields().forEach(field -> all.put(field.fieldname(), values.get(field.fieldname())));
        all.keySet()
                .removeIf(key -> !values.containsKey(key)
                        && Set.of("lft", "rgt", "old_parent").contains(key));
        all.keySet().removeAll(OF_THE_SAVE);
        context.documents().update(document, all);
        return context.documents().save(document);
    }

    /** A record is as old as its file says, so that the next migrate finds it unchanged. */
    private void stamp(Document document, Map<String, @Nullable Object> content) {
        LocalDateTime modified = RecordCheck.time(content.get("modified"));
        if (modified != null && !document.meta().isSingle()) {
            store.update(context.database(), document.set("modified", modified), List.of("modified"));
        }
    }
}
