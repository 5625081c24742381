package org.affogato.api.permission;

import static org.affogato.api.permission.Definitions.closed;
import static org.affogato.api.permission.Definitions.field;
import static org.affogato.api.permission.Definitions.ignored;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The Single of the matrix, whose only document is drawn anew for each call. */
final class SingleStage implements Stage {
    static final String DOCTYPE = "Matrix Single";
    private static final String STAMP = "2026-01-01 10:00:00.000001";

    private final Engine engine;

    SingleStage(Engine engine) {
        this.engine = engine;
    }

    void define() {
        new Definitions(engine)
                .doctype(
                        DOCTYPE,
                        Map.of("issingle", 1),
                        List.of(
                                field("title", "Data", ""),
                                field("region", "Link", Model.REGION),
                                field("brand", "Link", Model.BRAND),
                                ignored(field("rival", "Link", Model.BRAND)),
                                field("notes", "Small Text", ""),
                                closed(field("secret", "Data", ""))));
        engine.run(Context.ADMINISTRATOR, context -> {
            context.database().execute("DELETE FROM {Custom DocPerm} WHERE parent = ?", DOCTYPE);
            context.database().execute("DELETE FROM {DocShare} WHERE share_doctype = ?", DOCTYPE);
            context.definitionChanged(DOCTYPE);
            context.touch("shares");
            return context;
        });
    }

    static Paper paper(Draw draw, Person who) {
        return draw.fresh(DOCTYPE, who).named(DOCTYPE).at(0).rowless();
    }

    @Override
    public void place(Paper paper) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("owner", paper.owner());
        values.put("modified_by", paper.owner());
        values.put("creation", STAMP);
        values.put("modified", STAMP);
        values.put("title", "Title " + paper.name());
        values.put("region", paper.region());
        values.put("brand", paper.brand());
        values.put("rival", paper.rival());
        values.put("notes", paper.notes());
        values.put("secret", paper.secret());
        engine.run(Context.ADMINISTRATOR, context -> {
            context.database().execute("DELETE FROM `tabSingles` WHERE doctype = ?", DOCTYPE);
            values.forEach((field, value) -> context.database()
                    .execute(
                            "INSERT INTO `tabSingles` (doctype, field, value) VALUES (?, ?, ?)",
                            DOCTYPE,
                            field,
                            value));
            paper.grants().forEach(grant -> Site.share(paper, grant, context));
            attach(context);
            return context;
        });
    }

    private static void attach(Context context) {
        context.database()
                .execute(
                        "INSERT INTO {File} (name, creation, modified, owner, modified_by, file_name, file_url, is_private,"
                                + " attached_to_doctype, attached_to_name)"
                                + " VALUES (?, NOW(6), NOW(6), 'Administrator', 'Administrator', 'plan.txt', ?, 1, ?, ?)",
                        DOCTYPE,
                        "/private/files/mx-single.txt",
                        DOCTYPE,
                        DOCTYPE);
    }

    @Override
    public String trace(Paper paper) {
        return engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .query("SELECT field, value FROM `tabSingles` WHERE doctype = ? ORDER BY field", DOCTYPE)
                        .toString());
    }

    @Override
    public void remove(Paper paper) {
        engine.run(Context.ADMINISTRATOR, context -> {
            context.database().execute("DELETE FROM `tabSingles` WHERE doctype = ?", DOCTYPE);
            context.database().execute("DELETE FROM {DocShare} WHERE share_doctype = ?", DOCTYPE);
            context.database().execute("DELETE FROM {Version} WHERE ref_doctype = ?", DOCTYPE);
            context.database().execute("DELETE FROM {File} WHERE attached_to_doctype = ?", DOCTYPE);
            context.touch("shares");
            return context;
        });
    }
}
