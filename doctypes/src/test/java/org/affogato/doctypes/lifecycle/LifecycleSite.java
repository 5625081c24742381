package org.affogato.doctypes.lifecycle;

import static org.affogato.doctypes.lifecycle.TestSite.doctype;
import static org.affogato.doctypes.lifecycle.TestSite.field;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.affogato.engine.Work;
import org.affogato.engine.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one site that the tests of this package share: migrated by the first, dropped after the last. */
final class LifecycleSite implements BeforeAllCallback {
    private @Nullable Shared shared;

    private record Shared(TestDatabase database, TestSite site) implements AutoCloseable {
        @Override
        public void close() {
            database.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(LifecycleSite.class))
                .computeIfAbsent("site", key -> migrate(), Shared.class);
    }

    <T extends @Nullable Object> T run(Work<T> work) {
        return site().run(work);
    }

    List<String> statementsOf(Work<?> work) {
        return site().statementsOf(work);
    }

    private TestSite site() {
        if (shared == null) {
            throw new IllegalStateException("register the site as an extension");
        }
        return shared.site();
    }

    private static Shared migrate() {
        TestDatabase database = new TestDatabase();
        try {
            TestSite site = TestSite.with(
                    database,
                    Files.createTempDirectory("lifecycle"),
                    List.of(new HookNotes()),
                    List.of(
                            doctype(
                                    "Shop Item",
                                    Map.of("autoname", "field:title", "allow_rename", 1),
                                    List.of(field("title", "Data", "reqd", 1), field("price", "Currency"))),
                            doctype(
                                    "Shop Line",
                                    Map.of("istable", 1),
                                    List.of(
                                            field("item", "Link", "options", "Shop Item"),
                                            field("qty", "Int"),
                                            field("price", "Currency", "fetch_from", "item.price"))),
                            doctype(
                                    "Shop Order",
                                    Map.of("autoname", "ORD-.####", "track_changes", 1),
                                    List.of(
                                            field("title", "Data"),
                                            field("state", "Select", "options", "Open\nClosed"),
                                            field("lines", "Table", "options", "Shop Line"))),
                            doctype(
                                    "Shop Nickname",
                                    Map.of("autoname", "format:{nickname}"),
                                    List.of(field("nickname", "Data"))),
                            doctype(
                                    "Budget Item",
                                    Map.of("autoname", "field:title"),
                                    List.of(field("title", "Data"), field("price", "Currency"))),
                            doctype(
                                    "Budget Line",
                                    Map.of("istable", 1),
                                    List.of(
                                            field("item", "Link", "options", "Budget Item"),
                                            field("price", "Currency", "fetch_from", "item.price"),
                                            field("note", "Data"))),
                            doctype(
                                    "Budget Order",
                                    Map.of("autoname", "hash", "track_changes", 1),
                                    List.of(field("title", "Data"), field("lines", "Table", "options", "Budget Line"))),
                            doctype(
                                    "Searched Item",
                                    Map.of("autoname", "field:title"),
                                    List.of(field("title", "Data", "in_global_search", 1))),
                            doctype(
                                    "Busy Counter",
                                    Map.of("autoname", "field:title"),
                                    List.of(field("title", "Data"), field("count", "Int"))),
                            doctype("Busy Ticket", Map.of("autoname", "BT-.#####"), List.of(field("title", "Data"))),
                            doctype(
                                    "Busy Number",
                                    Map.of("autoname", "autoincrement"),
                                    List.of(field("title", "Data"))),
                            doctype(
                                    "Busy Node",
                                    Map.of("autoname", "field:title", "is_tree", 1, "nsm_parent_field", "above"),
                                    List.of(
                                            field("title", "Data"),
                                            field("above", "Link", "options", "Busy Node"),
                                            field("old_parent", "Link", "options", "Busy Node"),
                                            field("is_group", "Check"),
                                            field("lft", "Int"),
                                            field("rgt", "Int"))),
                            doctype(
                                    HookNotes.HOOKED,
                                    Map.of("is_submittable", 1, "allow_rename", 1),
                                    List.of(
                                            field("title", "Data", "allow_on_submit", 1),
                                            field("amended_from", "Link", "options", HookNotes.HOOKED)))));
            return new Shared(database, site);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
