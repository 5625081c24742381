package org.affogato.api.method.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists as files. */
@QuarkusTest
class ListExportTest {
    private static final String EXPORT = "frappe.desk.reportview.export_query";
    private static final String FIELDS = "[\"name\", \"note\", \"price\", \"span\"]";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Engine engine;

    private DeskClient desk;

    @BeforeEach
    void open() throws Exception {
        DeskSite site = new DeskSite(engine);
        site.role("Export Reader");
        site.doctype(
                "Export Ware",
                Map.of(),
                List.of(DeskSite.everything("System Manager"), DeskSite.rights("Export Reader", "read")),
                "title:Data",
                "note:Small Text",
                "price:Currency",
                "span:Duration");
        ware(site, "a", "=2+5", 2.5, 3661);
        ware(site, "b", "say \"<b>hi</b>\", you", 1, 0);
        ware(site, "c", "-4", 3, 86400);
        desk = DeskClient.administrator(base);
    }

    private static void ware(DeskSite site, String title, String note, Number price, long span) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("note", note);
        values.put("price", price);
        values.put("span", span);
        site.insert("Export Ware", values);
    }

    private HttpResponse<byte[]> export(String format, String... more) throws Exception {
        String[] form = {"doctype", "Export Ware", "fields", FIELDS, "order_by", "name asc", "file_format_type", format
        };
        String[] all = java.util.Arrays.copyOf(form, form.length + more.length);
        System.arraycopy(more, 0, all, form.length, more.length);
        return desk.call(EXPORT, all);
    }

    @Test
    void writesLabelsNumberedRowsAndReadableDurations() throws Exception {
        HttpResponse<byte[]> answer = export("CSV", "title", "Waren ä");
        assertThat(DeskClient.text(answer)).isEqualTo("""
                        "Sr","ID","Note","Price","Span"\r
                        1,"a","'=2+5",2.5,"1h 1m 1s"\r
                        2,"b","say ""hi"", you",1.0,""\r
                        3,"c","-4",3.0,"1d"\r
                        """);
        assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
                .contains("filename*=UTF-8''Waren%20%C3%A4.csv");
    }

    @Test
    void takesDelimiterQuotesAndTotalsFromTheCall() throws Exception {
        HttpResponse<byte[]> answer = export("CSV", "csv_delimiter", ";", "csv_quoting", "0", "add_totals_row", "1");
        assertThat(DeskClient.text(answer))
                .contains("1;a;'=2+5;2.5;1h 1m 1s\r\n")
                .endsWith("4;Total;;6.5;1d 1h 1m 1s\r\n");
    }

    @Test
    void keepsToTheSelectedDocuments() throws Exception {
        assertThat(DeskClient.text(export("CSV", "selected_items", "[\"c\"]")).lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("1,\"c\"");
    }

    @Test
    void writesTextsOfASheetAsTexts() throws Exception {
        String sheet = entry(export("Excel").body(), "xl/worksheets/sheet1.xml");
        String texts = entry(export("Excel").body(), "xl/sharedStrings.xml");
        assertThat(texts).contains("=2+5").doesNotContain("<b>");
        assertThat(sheet).doesNotContain("<f>").contains("<v>2.5</v>");
    }

    private static String entry(byte[] file, String name) throws Exception {
        Path path = Files.write(Files.createTempFile("sheet", ".xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void keepsWhoExportedWhat() throws Exception {
        export("CSV", "title", "logged");
        long logged = engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .query(
                                "SELECT COUNT(*) FROM {Access Log} WHERE user = 'Administrator' "
                                        + "AND export_from = 'Export Ware' AND file_type = 'CSV'",
                                List.of(),
                                row -> row.getLong(1))
                        .getFirst());
        assertThat(logged).isPositive();
    }

    @Test
    void refusesWhoMayOnlyRead() throws Exception {
        String user = new DeskSite(engine).user("export-reader", "Export Reader");
        HttpResponse<byte[]> answer = DeskClient.of(base, user, DeskSite.PASSWORD)
                .call(EXPORT, "doctype", "Export Ware", "fields", FIELDS, "file_format_type", "CSV");
        assertThat(answer.statusCode()).isEqualTo(403);
    }
}
