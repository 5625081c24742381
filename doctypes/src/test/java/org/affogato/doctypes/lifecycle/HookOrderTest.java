package org.affogato.doctypes.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.affogato.engine.Work;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which hooks each operation fires, in which order, and nothing else. */
class HookOrderTest {
    private static final String HOOKED = HookNotes.HOOKED;

    @RegisterExtension
    static final LifecycleSite site = new LifecycleSite();

    private static List<String> firedBy(Work<@Nullable Object> work) {
        HookNotes.clear();
        site.run(work);
        return HookNotes.fired();
    }

    private static String paper(int docstatus) {
        return site.run(context -> insert(context, docstatus)).name();
    }

    private static Document insert(Context context, int docstatus) {
        return context.documents()
                .insert(context.documents().create(HOOKED, Map.of("title", "t", "docstatus", docstatus)));
    }

    private static Document read(Context context, String name) {
        return context.documents().get(HOOKED, name);
    }

    @Test
    void insert() {
        assertThat(firedBy(context -> insert(context, 0)))
                .containsExactly(
                        "before_insert",
                        "before_naming",
                        "autoname",
                        "before_validate",
                        "validate",
                        "before_save",
                        "db_insert",
                        "after_insert",
                        "on_update",
                        "on_change");
    }

    @Test
    void insertAsSubmitted() {
        assertThat(firedBy(context -> insert(context, 1)))
                .containsExactly(
                        "before_insert",
                        "before_naming",
                        "autoname",
                        "before_validate",
                        "validate",
                        "before_submit",
                        "db_insert",
                        "after_insert",
                        "on_update",
                        "on_submit",
                        "on_change");
    }

    @Test
    void save() {
        String name = paper(0);
        assertThat(firedBy(
                        context -> context.documents().save(read(context, name).set("title", "u"))))
                .containsExactly("before_validate", "validate", "before_save", "db_update", "on_update", "on_change");
    }

    @Test
    void submit() {
        String name = paper(0);
        assertThat(firedBy(context -> context.documents().submit(read(context, name))))
                .containsExactly(
                        "before_validate",
                        "validate",
                        "before_submit",
                        "db_update",
                        "on_update",
                        "on_submit",
                        "on_change");
    }

    @Test
    void saveAfterSubmit() {
        String name = paper(1);
        assertThat(firedBy(
                        context -> context.documents().save(read(context, name).set("title", "u"))))
                .containsExactly("before_update_after_submit", "db_update", "on_update_after_submit", "on_change");
    }

    @Test
    void cancel() {
        String name = paper(1);
        assertThat(firedBy(context -> context.documents().cancel(read(context, name))))
                .containsExactly("before_cancel", "db_update", "on_cancel", "on_change");
    }

    @Test
    void delete() {
        String name = paper(0);
        assertThat(firedBy(context -> {
                    context.documents().delete(HOOKED, name);
                    return null;
                }))
                .containsExactly("on_trash", "on_change", "after_delete");
    }

    @Test
    void rename() {
        String name = paper(0);
        assertThat(firedBy(context -> context.documents().rename(HOOKED, name, name + " anew", false)))
                .containsExactly("before_rename", "after_rename");
    }

    @Test
    void setSingleValues() {
        String name = paper(0);
        assertThat(firedBy(context -> {
                    context.documents().setValues(read(context, name), Map.of("title", "u"), true);
                    return null;
                }))
                .containsExactly("before_change", "on_change");
    }

    @Test
    void read() {
        String name = paper(0);
        assertThat(firedBy(context -> read(context, name))).isEmpty();
    }
}
