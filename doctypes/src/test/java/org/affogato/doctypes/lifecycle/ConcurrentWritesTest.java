package org.affogato.doctypes.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.TimestampMismatchError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many clients at once: nothing is lost, no number is given twice, no tree gets tangled. */
class ConcurrentWritesTest {
    private static final int CLIENTS = 64;

    @RegisterExtension
    static final LifecycleSite site = new LifecycleSite();

    private static <T> List<T> atOnce(int tasks, Callable<T> task) throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                running.add(clients.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        }
    }

    @Test
    void losesNoIncrementOfClientsThatRetryOnMismatch() throws Exception {
        site.run(context ->
                context.documents().insert(context.documents().create("Busy Counter", Map.of("title", "one"))));
        atOnce(CLIENTS, () -> {
            increment();
            return "";
        });
        Document counter = site.run(context -> context.documents().get("Busy Counter", "one"));
        assertThat(counter.integer("count")).isEqualTo(CLIENTS);
    }

    /** Reads in one request and saves in another, as a client does. */
    private static void increment() {
        while (true) {
            Document read = site.run(context -> context.documents().get("Busy Counter", "one"));
            try {
                site.run(context -> context.documents().save(read.copy().set("count", read.integer("count") + 1)));
                return;
            } catch (TimestampMismatchError mismatch) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void givesEachNumberOfASeriesOnce() throws Exception {
        List<String> names = atOnce(CLIENTS, () -> insert("Busy Ticket"));
        assertThat(names).doesNotHaveDuplicates().hasSize(CLIENTS);
        assertThat(names).contains("BT-00001", "BT-%05d".formatted(CLIENTS));
    }

    @Test
    void givesEachAutoincrementOnce() throws Exception {
        assertThat(atOnce(CLIENTS, () -> insert("Busy Number"))).doesNotHaveDuplicates();
    }

    private static String insert(String doctype) {
        return site.run(context ->
                        context.documents().insert(context.documents().create(doctype, Map.of("title", "t"))))
                .name();
    }

    @Test
    void keepsATreeInOrderUnderInsertsAndMoves() throws Exception {
        for (String group : List.of("A", "B", "C")) {
            node(group, "", 1);
        }
        List<Integer> numbers = new ArrayList<>();
        atOnce(CLIENTS, () -> {
            int own = next(numbers);
            node("n" + own, own % 2 == 0 ? "A" : "B", 0);
            site.run(context -> context.documents()
                    .save(context.documents().get("Busy Node", "n" + own).set("above", "C")));
            return own;
        });
        checkTree();
        Document target = site.run(context -> context.documents().get("Busy Node", "C"));
        assertThat(target.integer("rgt") - target.integer("lft")).isEqualTo(2L * CLIENTS + 1);
    }

    private static synchronized int next(List<Integer> numbers) {
        numbers.add(numbers.size());
        return numbers.getLast();
    }

    private static void node(String title, String above, int group) {
        site.run(context -> context.documents()
                .insert(context.documents()
                        .create("Busy Node", Map.of("title", title, "above", above, "is_group", group))));
    }

    private static void checkTree() {
        List<Map<String, Object>> rows =
                site.run(context -> context.database().query("SELECT `lft`, `rgt` FROM `tabBusy Node`"));
        List<Long> numbers = new ArrayList<>();
        rows.forEach(row -> {
            numbers.add((Long) row.get("lft"));
            numbers.add((Long) row.get("rgt"));
        });
        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number >= 1 && number <= 2L * rows.size());
    }
}
