package org.affogato.engine.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.jspecify.annotations.Nullable;

/**
 * The behaviour of a DocType: every hook method is an empty default. One instance serves all documents and threads, so
 * implementations keep no state. Frappe: the class beside a DocType's JSON.
 */
public interface DocumentController {
    /** The DocType this controller belongs to. */
    String doctype();

    default void beforeInsert(Document document, Context context) {}

    /** May set {@code name} itself; leaving it empty lets the naming rules do it. */
    default void autoname(Document document, Context context) {}

    default void beforeNaming(Document document, Context context) {}

    default void beforeValidate(Document document, Context context) {}

    default void validate(Document document, Context context) {}

    default void beforeSave(Document document, Context context) {}

    /** Right after the row is written at insert, before {@code after_insert}. */
    default void dbInsert(Document document, Context context) {}

    /** Right after the row is written at save. */
    default void dbUpdate(Document document, Context context) {}

    default void afterInsert(Document document, Context context) {}

    default void onUpdate(Document document, Context context) {}

    default void onChange(Document document, Context context) {}

    default void beforeChange(Document document, Context context) {}

    default void beforeSubmit(Document document, Context context) {}

    default void onSubmit(Document document, Context context) {}

    default void beforeCancel(Document document, Context context) {}

    default void onCancel(Document document, Context context) {}

    default void beforeUpdateAfterSubmit(Document document, Context context) {}

    default void onUpdateAfterSubmit(Document document, Context context) {}

    default void onTrash(Document document, Context context) {}

    default void afterDelete(Document document, Context context) {}

    /** May answer another new name. */
    default String beforeRename(Document document, String newName, boolean merge, Context context) {
        return newName;
    }

    default void afterRename(Document document, String oldName, boolean merge, Context context) {}

    /** Fills values of virtual fields after a load. */
    default void onLoad(Document document, Context context) {}

    /** May only deny: false refuses what the rules granted. */
    default boolean hasPermission(Document document, Right right, Context context) {
        return true;
    }

    /** Restricts every list of this DocType; empty for no restriction. Frappe: permission_query_conditions. */
    default Optional<Condition> listCondition(Context context) {
        return Optional.empty();
    }

    /** Rows of a virtual DocType. */
    default Optional<VirtualRows> virtualRows() {
        return Optional.empty();
    }

    /** The wire names of methods that {@code run_doc_method} may call, with what runs. */
    default Map<String, DocumentMethod> methods() {
        return Map.of();
    }

    /** Keys beside the fields that a caller may hand in for the hook methods to read; they are never stored. */
    default Set<String> transientKeys() {
        return Set.of();
    }

    /** DocTypes whose links to this one do not hinder a delete or cancel. */
    default List<String> ignoredLinkedDoctypes() {
        return List.of();
    }

    /** A method of one document callable from outside; asks for read at GET, write else. */
    @FunctionalInterface
    interface DocumentMethod {
        @Nullable
        Object call(Document document, Map<String, @Nullable Object> arguments, Context context);
    }

    /** Storage of a virtual DocType. Frappe: virtual_doctype.py. */
    interface VirtualRows {
        Optional<Map<String, @Nullable Object>> load(String name, Context context);

        List<Map<String, @Nullable Object>> list(ListRequest request, Context context);

        long count(ListRequest request, Context context);

        void insert(Document document, Context context);

        void update(Document document, Context context);

        void delete(Document document, Context context);
    }
}
