package org.affogato.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.affogato.api.cli.Terminal.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that need no site: help, mistakes, {@code new-app} and {@code new-doctype}. */
class NewAppIT {
    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "migrate",
                "trim-tables",
                "new-app",
                "new-doctype",
                "execute",
                "set-admin-password",
                "add-user",
                "generate-client",
                "backup",
                "restore",
                "doctor"
            })
    void everyCommandHelps(String command) throws Exception {
        Ended help = terminal.run(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: affogato " + command).contains("--help");
        assertThat(help.err()).isEmpty();
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, Unmatched argument",
        "trim-tables --dryrun, --dry-run",
        "new-doctype Loan, --app",
        "restore, FILE",
        "execute, METHOD"
    })
    void mistakesAreToldInTwoLines(String arguments, String told) throws Exception {
        Ended ended = terminal.run(arguments.split(" "));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains(told);
        assertThat(ended.err().lines().count()).isLessThanOrEqualTo(2);
    }

    @Test
    void makesAnAppAndADoctype() throws Exception {
        assertThat(terminal.run("new-app", "lending", "--module", "Loans").code())
                .isZero();
        Ended made = terminal.run(
                "new-doctype",
                "Bank Loan",
                "--app",
                "apps/lending",
                "--module",
                "Loans",
                "--field",
                "Amount:Currency",
                "--field",
                "Status:Select:Open|Paid");
        assertThat(made.code()).isZero();
        assertThat(Files.readString(folder.resolve("apps/lending/modules.txt"))).isEqualTo("Loans\n");
        assertThat(Files.readString(folder.resolve("apps/lending/loans/doctype/bank_loan/bank_loan.json")))
                .contains("\"name\": \"Bank Loan\"", "\"fieldname\": \"amount\"", "\"options\": \"Open\\nPaid\"");
        assertThat(terminal.run("new-app", "lending"))
                .matches(Ended::failedPlainly)
                .satisfies(ended -> assertThat(ended.err()).contains("already"));
        assertThat(terminal.run("new-doctype", "Bank Loan", "--app", "apps/lending", "--module", "Loans"))
                .matches(Ended::failedPlainly)
                .satisfies(ended -> assertThat(ended.err()).contains("already"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    new-app,Bad-Name                                                | lower case
                    new-app,good,--in,taken                                         | taken
                    new-doctype,Loan,--app,nowhere,--module,Loans                   | new-app
                    new-doctype,Loan,--app,app,--module,Other                       | modules.txt
                    new-doctype,1st,--app,app,--module,Loans                        | starts with a letter
                    new-doctype,Loan,--app,app,--module,Loans,--field,Amount        | LABEL:TYPE
                    new-doctype,Loan,--app,app,--module,Loans,--field,A:Curency     | Currency
                    new-doctype,Loan,--app,app,--module,Loans,--field,Owner:Data    | owner
                    new-doctype,Loan,--app,app,--module,Loans,--field,A:Link        | options
                    new-doctype,Loan,--app,app,--module,Loans,--child,--single      | not both
                    new-doctype,Loan,--app,taken,--module,Loans                     | taken
                    """)
    void failsInALine(String arguments, String told) throws Exception {
        Files.writeString(folder.resolve("taken"), "");
        Files.writeString(Files.createDirectories(folder.resolve("app")).resolve("modules.txt"), "Loans\n");
        Ended ended = terminal.run(arguments.strip().split(","));
        assertThat(ended).matches(Ended::failedPlainly);
        assertThat(ended.err()).contains(told);
        assertThat(doctypes()).isZero();
    }

    private long doctypes() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    @Test
    void aBadSettingIsToldInALine() throws Exception {
        Ended ended = terminal.with("PORT", "many").run("start");
        assertThat(ended).matches(Ended::failedPlainly);
        assertThat(ended.err()).contains("quarkus.http.port");
    }
}
