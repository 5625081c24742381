package org.affogato.api.permission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.Flags;
import org.jspecify.annotations.Nullable;

/** Puts a drawn setting into the site, and looks at what is stored. */
final class Site implements Stage {
    static final List<String> DOCTYPES = List.of("Matrix Order 0", "Matrix Order 1");
    static final String ROW = "Matrix Line";

    private static final String BESIDE = """
            SELECT (SELECT COUNT(*) FROM {Comment} WHERE reference_doctype = d.dt AND reference_name = d.dn),
            (SELECT COUNT(*) FROM {ToDo} WHERE reference_type = d.dt AND reference_name = d.dn AND status = 'Open'),
            (SELECT COUNT(*) FROM {DocShare} WHERE share_doctype = d.dt AND share_name = d.dn),
            (SELECT COUNT(*) FROM {File} WHERE attached_to_doctype = d.dt AND attached_to_name = d.dn),
            (SELECT COUNT(*) FROM {Tag Link} WHERE document_type = d.dt AND document_name = d.dn),
            (SELECT COUNT(*) FROM {Communication} WHERE reference_doctype = d.dt AND reference_name = d.dn),
            (SELECT COUNT(*) FROM {Document Follow} WHERE ref_doctype = d.dt AND ref_docname = d.dn)
            FROM (SELECT ? AS dt, ? AS dn) d""";

    private final Engine engine;

    Site(Engine engine) {
        this.engine = engine;
    }

    void define() {
        new Definitions(engine).define();
    }

    /** Takes away what an earlier run left. */
    void clear() {
        engine.run(Context.ADMINISTRATOR, context -> {
            for (String doctype : DOCTYPES) {
                context.database().execute("DELETE FROM {" + doctype + "}");
                context.database().execute("DELETE FROM {Custom DocPerm} WHERE parent = ?", doctype);
                context.database().execute("DELETE FROM {DocShare} WHERE share_doctype = ?", doctype);
                context.definitionChanged(doctype);
            }
            context.database().execute("DELETE FROM {" + ROW + "}");
            context.database().execute("DELETE FROM {Version} WHERE ref_doctype LIKE 'Matrix%'");
            context.database().execute("DELETE FROM {File} WHERE attached_to_doctype LIKE 'Matrix%'");
            context.database().execute("DELETE FROM {User} WHERE name LIKE 'mx-%'");
            context.database().execute("DELETE FROM {Has Role} WHERE parent LIKE 'mx-%'");
            context.database().execute("DELETE FROM {User Permission} WHERE `user` LIKE 'mx-%'");
            context.database().execute("DELETE FROM {Notification Settings} WHERE name LIKE 'mx-%'");
            context.database().execute("DELETE FROM `__Auth` WHERE name LIKE 'mx-%'");
            context.touch("access");
            context.touch("shares");
            return context;
        });
    }

    void rule(List<Rule> rules) {
        engine.run(Context.ADMINISTRATOR, context -> {
            for (Rule rule : rules) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("parent", rule.doctype());
                values.put("role", rule.role());
                values.put("permlevel", rule.permlevel());
                values.put("if_owner", rule.ifOwner() ? 1 : 0);
                Draw.RIGHTS.forEach(right -> values.put(right, rule.rights().contains(right) ? 1 : 0));
                free(context).insert(free(context).create("Custom DocPerm", values));
            }
            rules.stream().map(Rule::doctype).distinct().forEach(context::definitionChanged);
            return context;
        });
    }

    /** Signs them up; the key and the secret of each are made of the name. */
    void invite(List<Person> people) {
        engine.run(Context.ADMINISTRATOR, context -> {
            people.forEach(who -> invite(who, context));
            return context;
        });
    }

    private static void invite(Person who, Context context) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("email", who.name());
        values.put("first_name", who.name().substring(0, who.name().indexOf('@')));
        values.put("send_welcome_email", 0);
        values.put("api_key", Caller.key(who));
        values.put("api_secret", Caller.secret(who));
        values.put(
                "roles",
                who.roles().stream()
                        .filter(role -> role.startsWith("Matrix") || role.startsWith("System"))
                        .map(role -> Map.of("role", role))
                        .toList());
        free(context).insert(free(context).create("User", values));
        who.permits().forEach(permit -> restrict(who, permit, context));
    }

    private static void restrict(Person who, Permit permit, Context context) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("user", who.name());
        values.put("allow", permit.allow());
        values.put("for_value", permit.value());
        values.put("applicable_for", permit.onlyFor());
        values.put("apply_to_all_doctypes", permit.onlyFor() == null ? 1 : 0);
        values.put("is_default", permit.isDefault() ? 1 : 0);
        values.put("hide_descendants", permit.hidesDescendants() ? 1 : 0);
        free(context).insert(free(context).create("User Permission", values));
    }

    void set(String setting, int value) {
        engine.run(Context.ADMINISTRATOR, context -> {
            context.documents()
                    .setValues(
                            context.documents().get("System Settings", "System Settings"),
                            Map.of(setting, value),
                            true);
            return context;
        });
    }

    @Override
    public void place(Paper paper) {
        place(List.of(paper));
    }

    void place(List<Paper> papers) {
        engine.run(Context.ADMINISTRATOR, context -> {
            papers.forEach(paper -> place(paper, context));
            return context;
        });
    }

    private static void place(Paper paper, Context context) {
        context.database()
                .execute(
                        "INSERT INTO {" + paper.doctype()
                                + "} (name, creation, modified, modified_by, owner, docstatus,"
                                + " title, status, region, brand, rival, notes, secret, starts, ends)"
                                + " VALUES (?, '2026-01-01 10:00:00.000001', '2026-01-01 10:00:00.000001', ?, ?, ?, ?, 'Open', ?, ?, ?, ?, ?,"
                                + " '2026-02-01', '2026-02-02')",
                        paper.name(),
                        paper.owner(),
                        paper.owner(),
                        paper.docstatus(),
                        "Title " + paper.name(),
                        paper.region(),
                        paper.brand(),
                        paper.rival(),
                        paper.notes(),
                        paper.secret());
        for (int i = 0; i < paper.rows().size(); i++) {
            row(paper, "lines", i, paper.rows().get(i), context);
        }
        row(paper, "closed_lines", 0, paper.brand(), context);
        paper.grants().forEach(grant -> share(paper, grant, context));
        change(paper, context);
        attach(paper, context);
    }

    /** A version that tells of the closed field, in the document and in a row. */
    private static void change(Paper paper, Context context) {
        String changes = """
                {"changed": [["secret", "", "%1$s"], ["notes", "", "x"]], "row_changed":
                [["lines", 0, "row", [["note", "", "%1$s"]]]], "added": [["lines", {"note": "%1$s", "amount": 1}],
                ["closed_lines", {"note": "%1$s"}]], "removed": []}""".formatted(paper.secret());
        context.database()
                .execute(
                        "INSERT INTO {Version} (name, creation, modified, owner, modified_by, ref_doctype, docname, data)"
                                + " VALUES (?, NOW(6), NOW(6), 'Administrator', 'Administrator', ?, ?, ?)",
                        paper.name(),
                        paper.doctype(),
                        paper.name(),
                        changes);
    }

    private static void attach(Paper paper, Context context) {
        context.database()
                .execute(
                        "INSERT INTO {File} (name, creation, modified, owner, modified_by, file_name, file_url, is_private,"
                                + " attached_to_doctype, attached_to_name)"
                                + " VALUES (?, NOW(6), NOW(6), 'Administrator', 'Administrator', 'plan.txt', ?, 0, ?, ?)",
                        paper.name(),
                        "https://files.example.com/" + paper.name(),
                        paper.doctype(),
                        paper.name());
    }

    private static void row(Paper paper, String table, int number, @Nullable String brand, Context context) {
        context.database()
                .execute(
                        "INSERT INTO {" + ROW
                                + "} (name, creation, modified, modified_by, owner, docstatus, idx, parent,"
                                + " parenttype, parentfield, brand, amount, note)"
                                + " VALUES (?, NOW(6), NOW(6), ?, ?, ?, ?, ?, ?, ?, ?, 7, ?)",
                        rowName(paper, table, number),
                        paper.owner(),
                        paper.owner(),
                        paper.docstatus(),
                        number + 1,
                        paper.name(),
                        paper.doctype(),
                        table,
                        brand,
                        paper.secret());
    }

    static String rowName(Paper paper, String table, int number) {
        return paper.name() + "-" + table + "-" + number;
    }

    static void share(Paper paper, Grant grant, Context context) {
        List<@Nullable Object> values = new ArrayList<>(List.of(
                paper.name() + "-" + grant.user(), paper.doctype(), paper.name(), grant.user() == null ? 1 : 0));
        values.add(grant.user());
        List.of("read", "write", "share", "submit")
                .forEach(right -> values.add(grant.rights().contains(right) ? 1 : 0));
        context.database()
                .execute(
                        "INSERT INTO {DocShare} (name, creation, modified, modified_by, owner, docstatus, share_doctype,"
                                + " share_name, everyone, `user`, `read`, `write`, `share`, submit)"
                                + " VALUES (?, NOW(6), NOW(6), 'Administrator', 'Administrator', 0, ?, ?, ?, ?, ?, ?, ?, ?)",
                        values.toArray());
        context.touch("shares");
    }

    @Override
    public void remove(Paper paper) {
        engine.run(Context.ADMINISTRATOR, context -> {
            List<String> names = List.of(paper.name(), paper.name() + "-b");
            for (String name : names) {
                context.database().execute("DELETE FROM {" + paper.doctype() + "} WHERE name = ?", name);
                context.database().execute("DELETE FROM {" + ROW + "} WHERE parent = ?", name);
                context.database().execute("DELETE FROM {DocShare} WHERE share_name = ?", name);
                context.database().execute("DELETE FROM {Version} WHERE docname = ?", name);
                context.database().execute("DELETE FROM {File} WHERE attached_to_name = ?", name);
            }
            context.database()
                    .execute("DELETE FROM {" + paper.doctype() + "} WHERE title = ?", "made from " + paper.name());
            context.touch("shares");
            return context;
        });
    }

    @Override
    public String trace(Paper paper) {
        return engine.run(Context.ADMINISTRATOR, context -> {
            StringBuilder trace = new StringBuilder();
            trace.append(
                    context.database().query("SELECT * FROM {" + paper.doctype() + "} WHERE name = ?", paper.name()));
            trace.append(context.database()
                    .query("SELECT * FROM {" + ROW + "} WHERE parent = ? ORDER BY name", paper.name()));
            trace.append(context.database().query("SELECT COUNT(*) FROM {" + paper.doctype() + "}"));
            trace.append(context.database().query(BESIDE, paper.doctype(), paper.name()));
            return trace.toString();
        });
    }

    /** A stored value; null where there is none or no such document. */
    @Nullable
    Object stored(String doctype, String name, String field) {
        return engine.run(Context.ADMINISTRATOR, context -> context.documents().value(doctype, name, field));
    }

    /** The closed field of the document that was made from another by its title. */
    @Nullable
    Object madeFrom(Paper paper) {
        return engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .query(
                                "SELECT secret FROM {" + paper.doctype() + "} WHERE title = ?",
                                List.of("made from " + paper.name()),
                                row -> row.getString(1))
                        .getFirst());
    }

    /** How many files hang at what was made from the document. */
    long filesOfMadeFrom(Paper paper) {
        return engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .query(
                                "SELECT COUNT(*) FROM {File} f JOIN {" + paper.doctype()
                                        + "} d ON d.name = f.attached_to_name"
                                        + " WHERE f.attached_to_doctype = ? AND d.title = ?",
                                List.of(paper.doctype(), "made from " + paper.name()),
                                row -> row.getLong(1))
                        .getFirst());
    }

    void amend(Paper amended, Paper amendment) {
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .execute(
                                "UPDATE {" + amended.doctype() + "} SET amended_from = ? WHERE name = ?",
                                amended.name(),
                                amendment.name()));
    }

    void disable(Person who) {
        engine.run(Context.ADMINISTRATOR, context -> {
            context.documents().save(context.documents().get("User", who.name()).set("enabled", 0L));
            return context;
        });
    }

    private static Documents free(Context context) {
        return context.with(Flags.NONE.ignoringPermissions()).documents();
    }
}
