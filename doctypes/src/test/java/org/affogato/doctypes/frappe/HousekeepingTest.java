package org.affogato.doctypes.frappe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.affogato.doctypes.testing.AppSite;
import org.affogato.doctypes.testing.SharedSite;
import org.affogato.engine.spi.App.ScheduledJob;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the clock clears away. */
class HousekeepingTest {
    @RegisterExtension
    static final SharedSite SITE = new SharedSite();

    private static AppSite site;

    @BeforeAll
    static void prepare() {
        site = SITE.get();
    }

    private static void run(String method) {
        ScheduledJob job = site.engine().apps().all().stream()
                .flatMap(app -> app.scheduledJobs().stream())
                .filter(each -> each.method().equals(method))
                .findFirst()
                .orElseThrow();
        site.asAdministrator(context -> {
            job.job().run(context);
            return null;
        });
    }

    private static String insert(String doctype, Map<String, Object> values) {
        return site.asAdministrator(context -> context.documents()
                .insert(context.documents().create(doctype, values))
                .name());
    }

    private static void age(String doctype, String name, int days) {
        site.asAdministrator(context -> context.database()
                .execute(
                        "UPDATE {%s} SET modified = ? WHERE name = ?".formatted(doctype),
                        context.now().minusDays(days),
                        name));
    }

    private static long rows(String doctype, String name) {
        return site.count("SELECT COUNT(*) FROM {%s} WHERE name = ?".formatted(doctype), name);
    }

    @Test
    void clearsOldLogs() {
        String old = insert("Error Log", Map.of("method", "old", "error", "An error"));
        String fresh = insert("Error Log", Map.of("method", "fresh", "error", "An error"));
        String unkept = insert("Access Log", Map.of("export_from", "ToDo"));
        age("Error Log", old, 31);
        age("Access Log", unkept, 1000);

        run("frappe.core.doctype.log_settings.log_settings.run_log_clean_up");

        assertThat(rows("Error Log", old)).isZero();
        assertThat(rows("Error Log", fresh)).isOne();
        assertThat(rows("Access Log", unkept)).isOne();
    }

    @Test
    void closesEventsThatAreOver() {
        Map<String, Object> past =
                Map.of("subject", "Over", "starts_on", "2020-01-01 10:00:00", "ends_on", "2020-01-01 11:00:00");
        String over = insert("Event", past);
        String open = insert("Event", Map.of("subject", "Open", "starts_on", "2020-01-01 10:00:00"));

        run("frappe.desk.doctype.event.event.set_status_of_events");

        String status = "SELECT COUNT(*) FROM {Event} WHERE name = ? AND status = ?";
        assertThat(site.count(status, over, "Closed")).isOne();
        assertThat(site.count(status, open, "Open")).isOne();
    }

    @Test
    void endsReportsOfWhichNothingIsHeard() {
        String stalled = started(2);
        String fresh = started(0);

        run("frappe.core.doctype.prepared_report.prepared_report.expire_stalled_report");

        String status = "SELECT COUNT(*) FROM {Prepared Report} WHERE name = ? AND status = ? AND error_message LIKE ?";
        assertThat(site.count(status, stalled, "Error", "%too long")).isOne();
        assertThat(site.count("SELECT COUNT(*) FROM {Prepared Report} WHERE name = ? AND status = 'Started'", fresh))
                .isOne();
    }

    private static String started(int hoursAgo) {
        String name = insert("Prepared Report", Map.of("report_name", "ToDo"));
        site.asAdministrator(context -> context.database()
                .execute(
                        "UPDATE {Prepared Report} SET status = 'Started', modified = ? WHERE name = ?",
                        context.now().minusHours(hoursAgo),
                        name));
        return name;
    }

    private static String client(String owner, int days) {
        String name = insert(
                "OAuth Client",
                Map.of(
                        "app_name",
                        "An app",
                        "redirect_uris",
                        "https://app.example/",
                        "default_redirect_uri",
                        "https://app.example/"));
        site.asAdministrator(context -> context.database()
                .execute(
                        "UPDATE {OAuth Client} SET owner = ?, creation = ? WHERE name = ?",
                        owner,
                        context.now().minusDays(days),
                        name));
        return name;
    }

    @Test
    void clearsOldPreparedReports() {
        String old = insert("Prepared Report", Map.of("report_name", "ToDo"));
        String fresh = insert("Prepared Report", Map.of("report_name", "ToDo"));
        age("Prepared Report", old, 31);

        run("frappe.core.doctype.log_settings.log_settings.run_log_clean_up");

        assertThat(rows("Prepared Report", old)).isZero();
        assertThat(rows("Prepared Report", fresh)).isOne();
    }

    @Test
    void clearsProgramsThatNobodyGrantedAnything() {
        String unused = client("Guest", 2);
        String used = client("Guest", 2);
        String fresh = client("Guest", 0);
        String made = client("Administrator", 2);
        insert("OAuth Bearer Token", Map.of("client", used, "user", "Administrator", "access_token", used + "x"));

        run("frappe.oauth.delete_oauth2_data");

        assertThat(rows("OAuth Client", unused)).isZero();
        assertThat(rows("OAuth Client", used)).isOne();
        assertThat(rows("OAuth Client", fresh)).isOne();
        assertThat(rows("OAuth Client", made)).isOne();
    }
}
