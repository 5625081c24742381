package org.affogato.engine.lifecycle;

import java.time.LocalDateTime;
import org.affogato.engine.db.DocumentStore;
import org.affogato.engine.db.SqlText;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.TimestampMismatchError;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.naming.NameCheck;
import org.affogato.engine.naming.Naming;
import org.affogato.engine.permission.PermissionRules;
import org.affogato.engine.registry.CacheVersions;
import org.affogato.engine.registry.ControllerRegistry;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;
import org.jspecify.annotations.Nullable;

/**
 * Insert and save as Frappe's recipe, one line a step: the order of steps and hooks is what controllers rely on. Frappe:
 * {@code Document.insert}, {@code Document.save}.
 */
public final class Lifecycle {
    private final Events events;
    private final Naming naming;
    private final Defaults defaults;
    private final LinkCheck links = new LinkCheck();
    private final FieldLevels fieldLevels;
    private final Validator validator = new Validator();
    private final SubmittedFields submittedFields = new SubmittedFields();
    private final TitleField titleField = new TitleField();
    private final Versions versions = new Versions();
    private final Amendment amendment = new Amendment();
    private final Trees trees = new Trees();
    private final LinkFields linkFields = new LinkFields();
    private final LinkedDocuments linked = new LinkedDocuments(linkFields);
    private final Loading loading;
    private final StoredForm storedForm = new StoredForm();
    private final Writer writer;
    private final DirectWrite directWrite;
    private final Deletion deletion;
    private final Renaming renaming;

    public Lifecycle(
            DocumentStore store, ControllerRegistry controllers, PermissionRules permissions, CacheVersions caches) {
        this.events = new Events(controllers);
        this.naming = new Naming(events::run, caches);
        this.defaults = new Defaults(permissions);
        this.fieldLevels = new FieldLevels(defaults);
        this.loading = new Loading(store, events, defaults);
        this.writer = new Writer(store, events);
        this.directWrite = new DirectWrite(store, events);
        this.deletion = new Deletion(store, events, loading, linked, trees);
        this.renaming = new Renaming(events, loading, linkFields, trees, deletion);
        caches.onChange(CacheVersions.META, linkFields::clear);
    }

    Loading loading() {
        return loading;
    }

    Events events() {
        return events;
    }

    Defaults defaults() {
        return defaults;
    }

    DirectWrite directWrite() {
        return directWrite;
    }

    Deletion deletion() {
        return deletion;
    }

    Trees trees() {
        return trees;
    }

    Renaming renaming() {
        return renaming;
    }

    /** Makes the document a new record. */
    public Document insert(Document document, Context context) {
        document.markNew(true);
        trees.lock(document.meta(), context);
        defaults.fill(document, context);
        Saving saving = new Saving(document, context);
        setUserAndTimestamp(saving);
        setDocstatus(document);
        checkIfLatest(saving);
        links.check(saving);
        context.permissions().check(Right.CREATE, document);
        events.run(DocEvent.BEFORE_INSERT, document, context);
        naming.setNames(document, context);
        setParentInChildren(document);
        fieldLevels.reset(document, context);
        runBeforeSaveMethods(saving);
        completeRows(saving);
        validator.validate(saving);
        NameCheck.checkLength(document.meta(), document.name());
        setDocstatus(document);
        writer.insert(document, context);
        document.markNew(false);
        events.run(DocEvent.DB_INSERT, document, context);
        writer.insertRows(document, context);
        events.run(DocEvent.AFTER_INSERT, document, context);
        amendment.copyAttachments(document, context);
        runPostSaveMethods(saving);
        markSaved(document);
        return document;
    }

    /** Writes a changed document back; one without a name, or made new, is inserted. */
    public Document save(Document document, Context context) {
        if (document.isNew() || document.name().isEmpty()) {
            return insert(document, context);
        }
        trees.lock(document.meta(), context);
        Saving saving = new Saving(document, context);
        defaults.fill(document, context);
        context.permissions().check(Right.WRITE, document);
        setUserAndTimestamp(saving);
        setDocstatus(document);
        checkIfLatest(saving);
        setParentInChildren(document);
        naming.setRowNames(document, context);
        fieldLevels.reset(document, context);
        links.check(saving);
        runBeforeSaveMethods(saving);
        completeRows(saving);
        validate(saving);
        setDocstatus(document);
        writer.update(document, context);
        events.run(DocEvent.DB_UPDATE, document, context);
        writer.updateRows(document, context);
        runPostSaveMethods(saving);
        markSaved(document);
        return document;
    }

    private static void setUserAndTimestamp(Saving saving) {
        Document document = saving.document();
        Context context = saving.context();
        LocalDateTime now = context.now();
        document.set("modified", now).set("modified_by", context.user());
        if (document.isNew() && !(context.flags().inMigrate() && document.get("creation") != null)) {
            document.set("creation", now).set("owner", context.user());
        }
        for (Document row : document.allRows()) {
            row.set("modified", now).set("modified_by", context.user());
            inherit(row, "owner", document.get("owner"));
            Object creation = document.get("creation");
            inherit(row, "creation", creation == null ? now : creation);
        }
    }

    private static void inherit(Document row, String column, @Nullable Object value) {
        if (!Truth.of(row.get(column))) {
            row.set(column, value);
        }
    }

    /** Names and dates the rows that hook methods added. */
    private void completeRows(Saving saving) {
        Document document = saving.document();
        naming.setRowNames(document, saving.context());
        for (Document row : document.allRows()) {
            if (row.get("creation") == null) {
                row.set("creation", document.modified()).set("modified", document.modified());
                row.set("modified_by", saving.context().user());
            }
        }
    }

    private static void setDocstatus(Document document) {
        long status = document.integer("docstatus");
        if (status == 0) {
            document.set("docstatus", 0L);
        }
        document.allRows().forEach(row -> row.set("docstatus", status));
    }

    /** Locks the stored document and refuses a copy that is older; finds out what this save does. */
    private void checkIfLatest(Saving saving) {
        Document document = saving.document();
        Context context = saving.context();
        Document before = document.isNew() ? null : loadBefore(document, context);
        document.rememberBefore(before);
        trees.keepNumbers(document);
        if (before == null) {
            decide(saving, 0);
            return;
        }
        // what the caller holds may have been made up so as to be allowed
        context.permissions().check(Right.WRITE, before);
        if (!Texts.of(before.get("modified")).equals(Texts.of(saving.givenModified()))) {
            throw new TimestampMismatchError(
                    "Somebody else saved this document in between (%s, yours is of %s). Load it again, then repeat your change."
                            .formatted(Texts.of(before.get("modified")), Texts.of(document.get("modified"))));
        }
        if (!document.meta().isSingle()) {
            decide(saving, before.integer("docstatus"));
        }
    }

    private Document loadBefore(Document document, Context context) {
        return loading.find(document.doctype(), document.name(), true, context)
                .orElseThrow(() -> notFound(document.doctype(), document.name()));
    }

    static DoesNotExistError notFound(String doctype, String name) {
        return new DoesNotExistError(doctype + " " + name + " not found");
    }

    private static void decide(Saving saving, long from) {
        Document document = saving.document();
        saving.decide(Action.of(from, document));
        switch (saving.action()) {
            case SUBMIT, UPDATE_AFTER_SUBMIT -> check(Right.SUBMIT, saving);
            case CANCEL -> check(Right.CANCEL, saving);
            case SAVE -> {
                // create or write is checked by the recipe itself
            }
        }
    }

    /** The right has to hold for what is stored as well as for what is to be. */
    private static void check(Right right, Saving saving) {
        Document document = saving.document();
        saving.context().permissions().check(right, document);
        Document before = document.before();
        if (before != null) {
            saving.context().permissions().check(right, before);
        }
    }

    private static void setParentInChildren(Document document) {
        for (Document row : document.allRows()) {
            row.set("parent", document.get("name")).set("parenttype", document.doctype());
        }
    }

    private void runBeforeSaveMethods(Saving saving) {
        Document document = saving.document();
        Context context = saving.context();
        Action action = saving.action();
        resetSeen(document, context);
        if (saving.isEditing()) {
            events.run(DocEvent.BEFORE_VALIDATE, document, context);
        }
        if (context.flags().ignoreValidate()) {
            return;
        }
        if (saving.isEditing()) {
            events.run(DocEvent.VALIDATE, document, context);
        }
        events.run(
                switch (action) {
                    case SAVE -> DocEvent.BEFORE_SAVE;
                    case SUBMIT -> DocEvent.BEFORE_SUBMIT;
                    case CANCEL -> DocEvent.BEFORE_CANCEL;
                    case UPDATE_AFTER_SUBMIT -> DocEvent.BEFORE_UPDATE_AFTER_SUBMIT;
                },
                document,
                context);
        titleField.fill(document);
    }

    /** Whoever changes a document is the only one who has seen it. */
    private static void resetSeen(Document document, Context context) {
        Meta meta = document.meta();
        if (meta.is("track_seen") && !meta.isSingle() && !meta.isVirtual() && !document.isNew()) {
            context.database()
                    .execute(
                            "UPDATE " + SqlText.quote(meta.table()) + " SET `_seen` = JSON_ARRAY(?) WHERE `name` = ?",
                            context.user(),
                            document.name());
        }
    }

    private void validate(Saving saving) {
        if (saving.action() == Action.CANCEL) {
            storedForm.sanitise(saving);
        } else {
            validator.validate(saving);
        }
        if (saving.action() == Action.UPDATE_AFTER_SUBMIT) {
            submittedFields.check(saving.document());
        }
    }

    private void runPostSaveMethods(Saving saving) {
        Document document = saving.document();
        Context context = saving.context();
        switch (saving.action()) {
            case SAVE -> onUpdate(document, context);
            case SUBMIT -> {
                onUpdate(document, context);
                events.run(DocEvent.ON_SUBMIT, document, context);
            }
            case CANCEL -> onCancel(document, context);
            case UPDATE_AFTER_SUBMIT -> events.run(DocEvent.ON_UPDATE_AFTER_SUBMIT, document, context);
        }
        versions.record(document, context);
        events.run(DocEvent.ON_CHANGE, document, context);
    }

    private void onUpdate(Document document, Context context) {
        if (trees.place(document, context)) {
            loading.refresh(document, context);
        }
        events.run(DocEvent.ON_UPDATE, document, context);
    }

    private void onCancel(Document document, Context context) {
        events.run(DocEvent.ON_CANCEL, document, context);
        if (!context.flags().ignoreLinks()) {
            linked.checkCancel(document, events.controller(document.doctype()).ignoredLinkedDoctypes(), context);
        }
    }

    private static void markSaved(Document document) {
        document.markNew(false);
        document.remove("__unsaved");
        document.allRows().forEach(row -> row.markNew(false));
    }
}
