package org.affogato.engine.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * Documents through their whole life, bound to one {@link Context}. Writes check permissions, unless the context's
 * {@link Flags} say otherwise; {@link #get} does not: who answers to a caller asks {@link Permissions} first.
 * Frappe: {@code frappe.get_doc}, {@code Document}.
 */
public interface Documents {
    /** A new document with the values cast and its child rows made from lists of maps; defaults come at insert. */
    Document create(String doctype, Map<String, ? extends @Nullable Object> values);

    /** Like {@link #create}, with the defaults of a form filled in. Frappe: {@code frappe.new_doc}. */
    Document createWithDefaults(String doctype, Map<String, ? extends @Nullable Object> values);

    /** Adds a row at the end of a child table. */
    Document append(Document parent, String fieldname, Map<String, ? extends @Nullable Object> values);

    /** Overwrites values by a client's: plain values cast, tables replaced by the given rows. */
    void update(Document document, Map<String, ? extends @Nullable Object> values);

    /**
     * The document with its rows; a Single by its own name.
     *
     * @throws org.affogato.engine.error.DoesNotExistError where it is not there
     */
    Document get(String doctype, String name);

    /** Like {@link #get}, with the row locked until the transaction ends. */
    Document getForUpdate(String doctype, String name);

    Optional<Document> find(String doctype, String name);

    boolean exists(String doctype, String name);

    /** One value of one document without loading it; null where either is not there. */
    @Nullable
    Object value(String doctype, String name, String fieldname);

    /** Several values of one document; empty where it is not there. */
    Optional<Map<String, @Nullable Object>> values(String doctype, String name, List<String> fieldnames);

    /** A value of a Single. */
    @Nullable
    Object single(String doctype, String fieldname);

    /** Rows of a list call; see {@link ListRequest} for whether the caller's permissions restrict it. */
    List<Map<String, @Nullable Object>> list(ListRequest request);

    long count(ListRequest request);

    Document insert(Document document);

    /** Inserts unless a document of that name exists; answers the one that is there then. */
    Document insertIfAbsent(Document document);

    Document save(Document document);

    Document submit(Document document);

    Document cancel(Document document);

    void delete(String doctype, String name);

    void delete(String doctype, String name, DeleteOptions options);

    /** Answers the new name. */
    String rename(String doctype, String name, String newName, boolean merge);

    /**
     * Gives the numbers of a tree anew, from the parents of its nodes alone.
     *
     * @throws org.affogato.engine.error.ValidationError for a DocType that is no tree
     */
    void rebuildTree(String doctype);

    /** Writes single values past validation and hooks but for on_change. Frappe: {@code db_set}. */
    void setValues(Document document, Map<String, ? extends @Nullable Object> values, boolean touchModified);

    /** Runs a hook method by its wire name ({@code on_update}): controller first, then doc events of the apps. */
    void run(Document document, DocEvent event);
}
