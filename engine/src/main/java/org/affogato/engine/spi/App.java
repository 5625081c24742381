package org.affogato.engine.spi;

import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;

/**
 * An installable unit: DocTypes and what it plugs in. A class beside the app's DocTypes implements it; every method has
 * an empty default. What {@code hooks.py} is in Frappe.
 */
public interface App {
    /** The app's name, first part of dotted paths: {@code frappe}, {@code ai_assistant}. */
    String name();

    /** Class path folder that holds {@code <module>/doctype/<name>/<name>.json}; {@code /} separated, no leading one. */
    default String resourceFolder() {
        return getClass().getPackageName().replace('.', '/');
    }

    /** Module titles as they stand in the DocTypes' {@code module}. */
    default List<String> modules() {
        return List.of();
    }

    default List<DocumentController> controllers() {
        return List.of();
    }

    /** Objects with {@link Whitelisted} methods. */
    default List<WhitelistedMethods> methods() {
        return List.of();
    }

    /**
     * By DocType, the whitelisted method that its Link fields search by in place of the usual search. It gets
     * {@code doctype}, {@code txt}, {@code searchfield}, {@code start}, {@code page_len}, {@code filters},
     * {@code as_dict} and {@code reference_doctype}.
     */
    default Map<String, String> standardQueries() {
        return Map.of();
    }

    /** Reports that the app ships; migrate makes the Report document of each. */
    default List<ScriptReport> reports() {
        return List.of();
    }

    /** Listeners to documents of other apps; called after the controller, in app order. */
    default List<DocEventListener> docEvents() {
        return List.of();
    }

    default List<ScheduledJob> scheduledJobs() {
        return List.of();
    }

    /** Indexes over several columns, made with the tables by schema sync. */
    default List<TableIndex> indexes() {
        return List.of();
    }

    /** One-time data changes, run once each in order at migrate, recorded in Patch Log by name. */
    default List<Patch> patches() {
        return List.of();
    }

    /** Makes the records the app ships; runs at every migrate and must only add what is missing. */
    default void afterMigrate(Context context) {}

    /** Reacts to one event of one DocType, or of all with {@code *}. */
    interface DocEventListener {
        String doctype();

        DocEvent event();

        void on(Document document, Context context);
    }

    /**
     * A job of the clock.
     *
     * @param method dotted path of the whitelisted method or registered job, also its name in Scheduled Job Type
     * @param cron five-field cron in the site's time zone
     */
    record ScheduledJob(String method, String cron, Job job) {}

    /** What a job does; its context is Administrator's, committed at the end. */
    @FunctionalInterface
    interface Job {
        void run(Context context);
    }

    /** A one-time data change. */
    record Patch(String name, Job job) {}
}
