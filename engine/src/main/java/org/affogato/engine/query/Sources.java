package org.affogato.engine.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;

/** The tables of one list call, grown while its fields and filters are parsed. */
final class Sources {
    private final Context context;
    private final boolean restricted;
    private final Source main;
    private final Map<String, Source> children = new LinkedHashMap<>();
    private final Map<String, Source> links = new LinkedHashMap<>();

    Sources(Context context, Meta meta, boolean restricted) {
        this.context = context;
        this.restricted = restricted;
        this.main = Source.table(meta);
    }

    Source main() {
        return main;
    }

    /** The joined tables in the order they were named. */
    List<Source> joined() {
        List<Source> all = new ArrayList<>(children.values());
        all.addAll(links.values());
        return all;
    }

    boolean onlyMain() {
        return children.isEmpty() && links.isEmpty();
    }

    /** The own table, or a child table that is joined already. */
    Optional<Source> find(String doctype) {
        return doctype.equals(main.meta().name()) ? Optional.of(main) : Optional.ofNullable(children.get(doctype));
    }

    /** Joins a child table of the listed DocType; empty if the DocType is none. */
    Optional<Source> child(String doctype) {
        if (children.containsKey(doctype) || !isChild(doctype)) {
            return Optional.ofNullable(children.get(doctype));
        }
        Source source = Source.table(context.meta(doctype));
        children.put(doctype, source);
        return Optional.of(source);
    }

    private boolean isChild(String doctype) {
        return main.meta().tableFields().stream()
                .anyMatch(field -> !field.virtual() && doctype.equals(field.options()));
    }

    /**
     * Joins the target of a Link field, narrowed to what the caller may see of it.
     *
     * @throws org.affogato.engine.error.PermissionError where that is nothing
     */
    Source link(DocField field, String target) {
        Source known = links.get(field.fieldname());
        if (known != null) {
            return known;
        }
        Meta meta = context.meta(target);
        String alias = "%s_%d".formatted(meta.table(), links.size() + 1);
        Source source = new Source(meta, alias, Optional.of(field.fieldname()), visible(target));
        links.put(field.fieldname(), source);
        return source;
    }

    private Optional<Condition> visible(String doctype) {
        if (!restricted) {
            return Optional.empty();
        }
        Right right = listRight(context, doctype);
        context.permissions().check(right, doctype);
        return context.permissions().listCondition(doctype, right);
    }

    /** The right that a list of the DocType rests on. */
    static Right listRight(Context context, String doctype) {
        return context.permissions().selectOnly(doctype) ? Right.SELECT : Right.READ;
    }
}
