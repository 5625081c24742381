package org.affogato.engine.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.CancelledLinkError;
import org.affogato.engine.error.LinkValidationError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.StandardFields;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Links name documents that exist: their spelling is taken over, and the fields that fetch through them are filled. All
 * links of a document and its rows to one DocType cost one statement. Frappe: {@code get_invalid_links}.
 */
final class LinkCheck {
    private static final Set<String> PLAIN_TEXT = Set.of("Small Text", "Text", "Data");

    void check(Saving saving) {
        if (saving.context().flags().ignoreLinks() || saving.action() == Action.CANCEL) {
            return;
        }
        Run run = new Run(saving.document(), saving.context());
        run.prefetch();
        run.check(saving.document());
        saving.document().allRows().forEach(run::check);
        run.fail();
    }

    /** One document's check, with what was found about the targets so far. */
    private static final class Run {
        private final Document root;
        private final LinkTargets targets;
        private final Context context;
        private final List<String> invalid = new ArrayList<>();
        private final List<String> cancelled = new ArrayList<>();

        Run(Document root, Context context) {
            this.root = root;
            this.context = context;
            this.targets = new LinkTargets(context);
        }

        void prefetch() {
            want(root);
            root.allRows().forEach(this::want);
            targets.load();
        }

        private void want(Document document) {
            for (DocField field : document.meta().linkFields()) {
                if (Truth.of(document.get(field.fieldname())) && field.options() != null) {
                    targets.want(field.options(), document.text(field.fieldname()), fetched(document.meta(), field));
                }
            }
            for (DocField field : document.meta().dynamicLinkFields()) {
                String doctype = field.options() == null ? "" : document.text(field.options());
                if (Truth.of(document.get(field.fieldname())) && context.hasDoctype(doctype)) {
                    targets.want(doctype, document.text(field.fieldname()), fetched(document.meta(), field));
                }
            }
        }

        private static List<String> fetched(Meta meta, DocField link) {
            return FetchedFields.of(meta, link.fieldname()).stream()
                    .map(FetchedFields::source)
                    .toList();
        }

        void check(Document document) {
            for (DocField field : document.meta().linkFields()) {
                check(document, field);
            }
            for (DocField field : document.meta().dynamicLinkFields()) {
                check(document, field);
            }
        }

        private void check(Document document, DocField field) {
            Object given = document.get(field.fieldname());
            if (!Truth.of(given)) {
                return;
            }
            LinkTarget target =
                    targets.get(doctype(document, field), given.toString(), fetched(document.meta(), field));
            document.set(field.fieldname(), target.name());
            if (target.name() == null) {
                invalid.add(place(document, field, given.toString()));
                return;
            }
            fetch(document, field, target);
            if (isCancelled(document, field, target)) {
                cancelled.add(place(document, field, given.toString()));
            }
        }

        private String doctype(Document document, DocField field) {
            if (field.options() == null) {
                throw new ValidationError("Options not set for link field " + field.fieldname());
            }
            if (field.fieldtype().equals("Link")) {
                return field.options();
            }
            String doctype = document.text(field.options());
            if (doctype.isEmpty()) {
                DocField type = document.meta().field(field.options());
                throw new ValidationError((type == null ? field.options() : type.label()) + " has to be filled before");
            }
            return doctype;
        }

        private static String place(Document document, DocField field, String name) {
            if (document.text("parentfield").isEmpty()) {
                return field.label() + ": " + name;
            }
            return "Row #%d: %s: %s".formatted(document.integer("idx"), field.label(), name);
        }

        private void fetch(Document document, DocField link, LinkTarget target) {
            for (DocField field : FetchedFields.of(document.meta(), link.fieldname())) {
                boolean isOpen = document.isNew() || document.integer("docstatus") != 1 || field.is("allow_on_submit");
                boolean isWanted = !field.is("fetch_if_empty") || !Truth.of(document.get(field.fieldname()));
                if (isOpen && isWanted) {
                    document.set(field.fieldname(), field.type().cast(field, fetched(field, target)));
                }
            }
        }

        /** Rich text is fetched as plain text into fields that hold such. */
        private @Nullable Object fetched(DocField field, LinkTarget target) {
            String source = FetchedFields.source(field);
            Object value = target.value(source);
            if (!PLAIN_TEXT.contains(field.fieldtype())) {
                return value;
            }
            DocField from = context.meta(target.doctype()).field(source);
            if (from == null && !StandardFields.DEFAULT.contains(source)) {
                throw new ValidationError("%s cannot fetch %s, which is no field of %s; correct its Fetch From"
                        .formatted(field.label(), source, target.doctype()));
            }
            boolean isRich = from != null && from.fieldtype().equals("Text Editor");
            return isRich && value != null ? FetchedFields.plain(value.toString()) : value;
        }

        private boolean isCancelled(Document document, DocField field, LinkTarget target) {
            boolean minds = root.meta().isSubmittable() || document.meta().isSubmittable();
            return minds && !field.fieldname().equals("amended_from") && target.isCancelled();
        }

        void fail() {
            if (!invalid.isEmpty()) {
                throw new LinkValidationError("Could not find " + String.join(", ", invalid));
            }
            if (!cancelled.isEmpty()) {
                throw new CancelledLinkError("Cannot link cancelled document: " + String.join(", ", cancelled));
            }
        }
    }
}
