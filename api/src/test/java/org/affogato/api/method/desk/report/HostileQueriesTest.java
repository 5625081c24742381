package org.affogato.api.method.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Query Report reads tables and does nothing else, whatever its query says and whoever wrote it. */
@QuarkusTest
class HostileQueriesTest {
    @Inject
    Engine engine;

    private static ExtractableResponse<Response> run(DeskUser user, String query) {
        return user.post("frappe.desk.query_report.run", Map.of("report_name", report(query)));
    }

    private static String report(String query) {
        return DeskUser.administrator()
                .insert(
                        "Report",
                        Map.of(
                                "report_name", DeskUser.unique("Hostile"),
                                "ref_doctype", "ToDo",
                                "report_type", "Query Report",
                                "is_standard", "No",
                                "query", query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from tabToDo",
                "set global max_connections = 1",
                "call something()",
                "/* select */ drop table tabToDo",
                "update tabToDo set status = 'Closed'",
                "select 1 into outfile '/tmp/affogato-hostile'",
                "select 1 into dumpfile '/tmp/affogato-hostile'",
                "select 1 into @a",
                "select 1/**/into/**/outfile '/tmp/affogato-hostile'",
                "select 1 /*! into outfile '/tmp/affogato-hostile' */",
                "select 1 /*M! into outfile '/tmp/affogato-hostile' */",
                "select 1 /*!50000 into outfile '/tmp/affogato-hostile' */",
                "select 1e5into outfile '/tmp/affogato-hostile'",
                "select 1.e5into outfile '/tmp/affogato-hostile'",
                "select \\Ninto outfile '/tmp/affogato-hostile'",
                "select 1 --\u0001 '\n into outfile '/tmp/affogato-hostile'",
                "select 1 --\u000c \"\n into outfile '/tmp/affogato-hostile' -- \"",
                "select 1 # '\n into outfile '/tmp/affogato-hostile'",
                "select '\\'' into outfile '/tmp/affogato-hostile' -- '",
                "select load_file('/etc/passwd')",
                "select LOAD_FILE /* x */ ('/etc/passwd')",
                "select `load_file`('/etc/passwd')",
                "select `sleep` -- \n (30)",
                "select sleep(30)",
                "select {fn sleep(30)}",
                "select benchmark(1000000000, md5('x'))",
                "select get_lock('x', 30)",
                "select nextval(tabToDo)",
                "select name from tabToDo for update",
                "select name from tabToDo lock in share mode",
                "select * from __Auth",
                "select * from `__Auth`",
                "select * from `__AUTH`",
                "select * from `__affogato_idempotency`",
                "select a.password from tabUser u join __auth a on a.name = u.name",
                "select sid from tabSessions",
                "select * from `tabSessions`",
                "select * from mysql.global_priv",
                "select * from `mysql`.`user`",
                "select info from information_schema.processlist",
                "with x as (select 1) select * from x into @a"
            })
    void refuses(String query) {
        assertThat(run(DeskUser.administrator(), query).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; delete from tabToDo",
                "select 1; set global max_connections = 1",
                "with x as (select 1) delete from tabToDo",
                "with x as (select 1) update tabToDo set status = 'Closed'",
                "select 1 from tabToDo procedure analyse()) delete",
                "select next value for tabToDo",
                "explain select 1; drop table tabToDo",
                "select ' from tabToDo",
                "selectx"
            })
    void getsNowhere(String query) {
        DeskUser desk = DeskUser.administrator();
        String kept = desk.insert("ToDo", Map.of("description", "Stays"));
        assertThat(run(desk, query).statusCode()).isEqualTo(417);
        assertThat(DeskUser.stored("ToDo", kept, "status")).isEqualTo("Open");
    }

    @Test
    void writesNothingByFunctionsOfTheDatabase() {
        String name = "hostile_" + DeskUser.unique("").strip();
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .execute("CREATE FUNCTION `" + name + "`() RETURNS INT MODIFIES SQL DATA BEGIN "
                                + "UPDATE `tabToDo` SET `status` = 'Closed'; RETURN 1; END"));
        DeskUser desk = DeskUser.administrator();
        String kept = desk.insert("ToDo", Map.of("description", "Stays"));
        assertThat(run(desk, "select " + name + "()").statusCode()).isEqualTo(417);
        assertThat(DeskUser.stored("ToDo", kept, "status")).isEqualTo("Open");
    }

    @Test
    void bindsWhatReadersSend() {
        DeskUser desk = DeskUser.administrator();
        String report = report("select %(text)s as \"Text\"");
        String text = "x' union select password from __Auth -- ";
        assertThat(desk.post(
                                "frappe.desk.query_report.run",
                                Map.of("report_name", report, "filters", Map.of("text", text)))
                        .<String>path("message.result[0].text"))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'into' as \"Into\"",
                "select x.`sleep` as \"Sleep\" from (select 8 as `sleep`) x",
                "select 1e3 as \"Number\", 2.5e-1 as \"More\" -- into outfile",
                "select 1 as \"One\" /* load_file(1) */",
                "select 'it''s \\\\' as \"Text\" # sleep(1)"
            })
    void runsWhatOnlyLooksHostile(String query) {
        assertThat(run(DeskUser.administrator(), query).statusCode()).isEqualTo(200);
    }

    @Test
    void isWrittenByScriptManagersAlone() {
        DeskUser manager = DeskUser.with("System Manager");
        String report = report("select 1");
        int refused = manager.request()
                .contentType("application/json")
                .body(Map.of("query", "select * from tabUser"))
                .put("/api/resource/Report/{name}", report)
                .statusCode();
        assertThat(refused).isEqualTo(403);
    }
}
