package org.affogato.doctypes.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.affogato.doctypes.lifecycle.TestSite;
import org.affogato.engine.db.ConditionSql;
import org.affogato.engine.db.SqlBuilder;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a list shows is what its reader may open: the two are compared on random rules and data. */
class AccessAgreementTest {
    private static final long SEED = Long.getLong("seed", 20_261_121L);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path folder;

    private static TestSite site;

    @BeforeAll
    static void fill() {
        RandomAccess random = new RandomAccess(SEED);
        site = TestSite.with(DATABASE, folder, List.of(), random.doctypes());
        site.run(context -> {
            random.fill(context);
            return context;
        });
    }

    @Test
    void listsShowWhatMayBeOpened() {
        compareAll("lenient");
        setting("apply_strict_user_permissions", 1);
        compareAll("strict");
        setting("apply_strict_user_permissions", 0);
        setting("disable_document_sharing", 1);
        compareAll("without sharing");
        setting("disable_document_sharing", 0);
    }

    private static void setting(String fieldname, int value) {
        site.run(context -> {
            Document settings = context.documents().get("System Settings", "System Settings");
            context.documents().setValues(settings, java.util.Map.of(fieldname, value), true);
            return settings;
        });
    }

    private static void compareAll(String mode) {
        int shown = 0;
        for (int user = 0; user < RandomAccess.USERS; user++) {
            String name = RandomAccess.user(user);
            shown += site.engine().run(name, context -> compare(mode + ", seed " + SEED, context));
        }
        assertThat(shown).as("rows seen by somebody, %s", mode).isPositive();
    }

    private static int compare(String mode, Context context) {
        List<Document> all = documents(context, "Deal");
        int shown = 0;
        for (Right right :
                List.of(Right.SELECT, Right.READ, Right.WRITE, Right.DELETE, Right.SUBMIT, Right.SHARE, Right.PRINT)) {
            Set<String> open = all.stream()
                    .filter(deal -> context.permissions().has(right, deal))
                    .map(Document::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(listed(right, context))
                    .as("%s %s, %s", context.user(), right, mode)
                    .isEqualTo(open);
            shown += open.size();
        }
        Set<String> readable = listed(Right.READ, context);
        assertThat(call(context))
                .as("list call of %s, %s", context.user(), mode)
                .isEqualTo(readable);
        compareRows(mode, context);
        return shown;
    }

    private static List<Document> documents(Context context, String doctype) {
        return context.documents().list(ListRequest.all(doctype, List.of("name"), null)).stream()
                .map(row -> context.documents().get(doctype, String.valueOf(row.get("name"))))
                .toList();
    }

    private static Set<String> listed(Right right, Context context) {
        try {
            Optional<Condition> condition = context.permissions().listCondition("Deal", right);
            return names("Deal", condition.orElse(Condition.ALL), context);
        } catch (PermissionError none) {
            return Set.of();
        }
    }

    private static Set<String> call(Context context) {
        if (context.permissions().selectOnly("Deal")) {
            return listed(Right.READ, context);
        }
        try {
            return context
                    .documents()
                    .list(ListRequest.all("Deal", List.of("name"), null).asCaller())
                    .stream()
                    .map(row -> String.valueOf(row.get("name")))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (PermissionError none) {
            return Set.of();
        }
    }

    private static void compareRows(String mode, Context context) {
        Set<String> open = documents(context, "Deal Line").stream()
                .filter(row -> context.permissions().has(Right.READ, row))
                .map(Document::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed;
        try {
            listed = names("Deal Line", context.permissions().rowCondition("Deal Line", "Deal", Right.READ), context);
        } catch (PermissionError none) {
            listed = Set.of();
        }
        assertThat(listed).as("rows for %s, %s", context.user(), mode).isEqualTo(open);
    }

    private static Set<String> names(String doctype, Condition condition, Context context) {
        Meta meta = context.meta(doctype);
        SqlBuilder sql =
                new SqlBuilder().add("SELECT t.`name` FROM ").name(meta.table()).add(" AS t WHERE ");
        new ConditionSql(sql, context::meta).add(condition, meta, "t");
        return new TreeSet<>(context.database().query(sql.sql(), sql.values(), row -> row.getString(1)));
    }
}
