package org.affogato.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.affogato.api.cli.Terminal.Ended;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands beside a running server of the same site. */
class SiteCommandsIT {
    @TempDir
    static Path folder;

    private static Terminal terminal;
    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        terminal = new Terminal(folder);
        server = Server.of(terminal);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static void failed(Ended ended, String told) {
        assertThat(ended).matches(Ended::failedPlainly);
        assertThat(ended.err()).contains(told);
    }

    @Test
    void addsAUser() throws Exception {
        Ended added =
                terminal.run("add-user", "alice@example.com", "--role", "System Manager", "--password", "Lx9!tea-pot");
        assertThat(added).isEqualTo(new Ended(0, "Made the user alice@example.com.\n", ""));
        assertThat(server.send(server.request("/api/method/login")
                                .POST(BodyPublishers.ofString(
                                        "{\"usr\": \"alice@example.com\", \"pwd\": \"Lx9!tea-pot\"}")))
                        .statusCode())
                .isEqualTo(200);
        failed(terminal.run("add-user", "alice@example.com"), "already exists");
        failed(terminal.run("add-user", "bob@example.com", "--role", "Nobody Knows"), "Nobody Knows");
    }

    @Test
    void executesMethods() throws Exception {
        assertThat(terminal.run("execute", "frappe.client.get_count", "--kwargs", "{\"doctype\": \"DocType\"}"))
                .matches(ended ->
                        ended.code() == 0 && Integer.parseInt(ended.out().strip()) > 100);
        failed(terminal.run("execute", "no.such.method"), "no.such.method");
        failed(terminal.run("execute", "frappe.client.get_count", "--kwargs", "{"), "--kwargs");
        failed(terminal.run("execute", "frappe.client.get_count", "--kwargs", "{\"doctype\": \"Nothing\"}"), "Nothing");
        failed(
                terminal.run(
                        "execute", "frappe.client.get_count", "--user", "Guest", "--kwargs", "{\"doctype\": \"User\"}"),
                "Login to access");
    }

    @Test
    void setsThePassword() throws Exception {
        failed(terminal.run("set-admin-password"), "as an argument");
        failed(terminal.run("set-admin-password", " "), "nothing was changed");
        assertThat(terminal.run("set-admin-password", "Zm4-new-tea").code()).isZero();
        assertThat(server.login("admin").statusCode()).isEqualTo(401);
        assertThat(server.login("Zm4-new-tea").statusCode()).isEqualTo(200);
        assertThat(terminal.run("set-admin-password", "admin").code()).isZero();
    }

    @Test
    void migratesAndTrims() throws Exception {
        assertThat(terminal.run("new-app", "lending", "--module", "Loans").code())
                .isZero();
        assertThat(doctype("Trimmed Loan", "Amount:Currency", "Gone:Data").code())
                .isZero();
        Terminal withApp = terminal.with(
                "AFFOGATO_APP_FOLDERS", folder.resolve("apps/lending").toString());
        Ended plan = withApp.run("migrate", "--plan");
        assertThat(plan.code()).isZero();
        assertThat(plan.out())
                .contains("-- import DocType Trimmed Loan", "CREATE TABLE `tabTrimmed Loan`")
                .containsPattern("-- plan [0-9a-f]+");
        assertThat(withApp.run("migrate").out()).contains("Migrated: 1 DocTypes");
        assertThat(withApp.run("migrate", "--plan").out()).isEqualTo("-- nothing to do\n");

        Files.delete(folder.resolve("apps/lending/loans/doctype/trimmed_loan/trimmed_loan.json"));
        assertThat(doctype("Trimmed Loan", "Amount:Currency").code()).isZero();
        assertThat(withApp.run("migrate").code()).isZero();
        assertThat(terminal.run("trim-tables", "--dry-run", "--doctype", "Trimmed Loan"))
                .isEqualTo(new Ended(0, "Trimmed Loan: gone\n1 columns would be dropped.\n", ""));
        assertThat(terminal.run("trim-tables", "--doctype", "Trimmed Loan").out())
                .isEqualTo("Trimmed Loan: gone\n1 columns dropped.\n");
        failed(terminal.run("trim-tables", "--doctype", "Nothing"), "Nothing");
        failed(terminal.with("AFFOGATO_APP_FOLDERS", "nowhere").run("migrate"), "nowhere");
    }

    private static Ended doctype(String name, String... fields) throws Exception {
        String[] arguments = new String[6 + 2 * fields.length];
        String[] first = {"new-doctype", name, "--app", "apps/lending", "--module", "Loans"};
        System.arraycopy(first, 0, arguments, 0, first.length);
        for (int i = 0; i < fields.length; i++) {
            arguments[6 + 2 * i] = "--field";
            arguments[7 + 2 * i] = fields[i];
        }
        return terminal.run(arguments);
    }

    @Test
    void generatesAClient() throws Exception {
        assertThat(terminal.run("generate-client", "client").out()).contains("Wrote the client");
        assertThat(folder.resolve("client/index.ts")).exists();
        Files.writeString(folder.resolve("taken"), "");
        failed(terminal.run("generate-client", "taken"), "taken");
    }

    @Test
    void doctorLooks() throws Exception {
        Ended well = terminal.run("doctor");
        assertThat(well.code()).isZero();
        assertThat(well.out()).contains("ok    MariaDB", "All well.");
    }

    @Test
    void noRestoreUnderAServer() throws Exception {
        assertThat(terminal.run("backup", "--to", "backups").code()).isZero();
        try (var found = Files.list(folder.resolve("backups"))) {
            Path dump = found.filter(file -> file.toString().endsWith(".sql.gz"))
                    .findFirst()
                    .orElseThrow();
            failed(terminal.run("restore", dump.toString(), "--force"), "Stop the server");
        }
        assertThat(server.login("admin").statusCode()).isEqualTo(200);
        Files.writeString(folder.resolve("taken"), "");
        failed(terminal.run("backup", "--to", "taken"), "taken");
    }

    @Test
    void noSecondServerOnTheFolder() throws Exception {
        failed(terminal.run("start"), "AFFOGATO_DATA");
    }
}
