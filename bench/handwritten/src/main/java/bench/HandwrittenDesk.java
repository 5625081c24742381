package bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.*;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.*;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The desk's calls as one would write them by hand for the benchmark's tables: the same SQL, JSON and files on the disk. */
@jakarta.ws.rs.Path("/api")
@Produces("application/json")
@RunOnVirtualThread
public class HandwrittenDesk {
    private static final String LIST =
            "SELECT name, title, status, grp, amount, modified FROM `tabBench Record` ORDER BY modified DESC LIMIT ? OFFSET ?";
    private static final String SEARCH = "SELECT name FROM `tabBench Group` WHERE name LIKE ?"
            + " ORDER BY (1 / NULLIF(LOCATE(?, name), 0)) DESC, idx DESC, modified DESC LIMIT ?";
    private static final List<String> FIELDS = List.of(("title status grp code city country email phone qty stock rate amount"
            + " percent active due seen_at starts notes remarks colour").split(" "));
    private static final String INSERT = "INSERT INTO `tabBench Plain` (name, owner, creation, modified, modified_by, docstatus,"
            + " idx, " + String.join(", ", FIELDS) + ") VALUES (?, ?, ?, ?, ?, 0, 0" + ", ?".repeat(FIELDS.size()) + ")";
    /** What a form shows beside its document; each is bound to the DocType and the name. */
    private static final List<String> BESIDE = List.of(
            "SELECT name, creation, content, owner, comment_type FROM `tabComment`"
                    + " WHERE reference_doctype = ? AND reference_name = ? ORDER BY modified DESC",
            "SELECT name, file_name, file_url, is_private FROM `tabFile`"
                    + " WHERE attached_to_doctype = ? AND attached_to_name = ? ORDER BY modified DESC",
            "SELECT name, communication_type, communication_date, content, sender, subject, creation FROM `tabCommunication`"
                    + " WHERE reference_doctype = ? AND reference_name = ? ORDER BY creation DESC LIMIT 20",
            "SELECT name, allocated_to, description, status FROM `tabToDo`"
                    + " WHERE reference_type = ? AND reference_name = ? AND status NOT IN ('Cancelled', 'Closed')",
            "SELECT name, `user`, `read`, `write`, `submit`, `share`, everyone FROM `tabDocShare`"
                    + " WHERE share_doctype = ? AND share_name = ? ORDER BY modified DESC",
            "SELECT * FROM `tabEnergy Point Log` WHERE reference_doctype = ? AND reference_name = ?",
            "SELECT creation, owner, track_field, value FROM `tabMilestone` WHERE reference_type = ? AND reference_name = ?",
            "SELECT name FROM `tabDocument Follow` WHERE ref_doctype = ? AND ref_docname = ? LIMIT 1",
            "SELECT tag FROM `tabTag Link` WHERE document_type = ? AND document_name = ?");
    private static final String FILE = "INSERT INTO `tabFile` (name, owner, creation, modified, modified_by, docstatus, idx,"
            + " file_name, is_private, file_size, file_url, folder, content_hash) VALUES (?, 'Administrator', ?, ?, 'Administrator',"
            + " 0, 0, ?, 1, ?, ?, 'Home', ?)";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource source;
    private final Path folder;

    HandwrittenDesk(DataSource source) throws IOException {
        this.source = source;
        this.folder = Files.createDirectories(Path.of(System.getProperty("bench.files", "target/files")));
    }

    @GET
    @jakarta.ws.rs.Path("/method/frappe.desk.reportview.get")
    public byte[] reportview(@QueryParam("start") int start) throws Exception {
        try (Connection connection = source.getConnection(); ResultSet rows = query(connection, LIST, 20, start)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
            try (JsonGenerator json = JSON.createGenerator(bytes)) {
                json.writeStartObject();
                json.writeObjectFieldStart("message");
                json.writeArrayFieldStart("keys");
                for (String key : List.of("name", "title", "status", "grp", "amount", "modified")) {
                    json.writeString(key);
                }
                json.writeEndArray();
                json.writeArrayFieldStart("values");
                while (rows.next()) {
                    json.writeStartArray();
                    for (int i = 1; i <= 6; i++) {
                        json.writeString(rows.getString(i));
                    }
                    json.writeEndArray();
                }
                json.writeEndArray();
                json.writeEndObject();
                json.writeEndObject();
            }
            return bytes.toByteArray();
        }
    }

    @GET
    @jakarta.ws.rs.Path("/method/frappe.desk.search.search_link")
    public byte[] search(@QueryParam("txt") String text) throws Exception {
        ObjectNode answer = JSON.createObjectNode();
        try (Connection connection = source.getConnection();
                ResultSet rows = query(connection, SEARCH, "%" + text + "%", text, 10)) {
            while (rows.next()) {
                answer.withArray("message").addObject().put("value", rows.getString(1)).put("description", "");
            }
        }
        return JSON.writeValueAsBytes(answer);
    }

    @POST
    @jakarta.ws.rs.Path("/method/frappe.desk.form.save.savedocs")
    public byte[] save(byte[] body) throws Exception {
        ObjectNode doc = (ObjectNode) JSON.readTree(JSON.readTree(body).get("doc").asText());
        String name = newName();
        ObjectNode answer = JSON.createObjectNode();
        try (Connection connection = source.getConnection(); Statement transaction = connection.createStatement()) {
            query(connection, "SELECT name FROM `tabBench Group` WHERE name IN (?)", doc.get("grp").asText()).close();
            transaction.execute("START TRANSACTION");
            LocalDateTime now = LocalDateTime.now();
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                bind(insert, name, "Administrator", now, now, "Administrator");
                for (int i = 0; i < FIELDS.size(); i++) {
                    insert.setString(6 + i, doc.get(FIELDS.get(i)).asText());
                }
                insert.executeUpdate();
            }
            for (int i = 0; i < BESIDE.size(); i++) {
                try (ResultSet rows = query(connection, BESIDE.get(i), "Bench Plain", name)) {
                    answer.putObject("docinfo").put("found" + i, rows.next());
                }
            }
            transaction.execute("COMMIT");
        }
        answer.putArray("docs").add(doc.put("name", name));
        return JSON.writeValueAsBytes(answer);
    }

    @POST
    @jakarta.ws.rs.Path("/method/upload_file")
    @Consumes("multipart/form-data")
    public byte[] upload(@RestForm FileUpload file) throws Exception {
        byte[] content = Files.readAllBytes(file.uploadedFile());
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        String name = newName();
        LocalDateTime now = LocalDateTime.now();
        String url = "/private/files/" + file.fileName();
        try (Connection connection = source.getConnection(); Statement transaction = connection.createStatement()) {
            query(connection, "SELECT * FROM `tabFile` WHERE content_hash = ? ORDER BY creation, name", hash).close();
            try (FileChannel out = FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(content));
                out.force(true);
            }
            transaction.execute("START TRANSACTION");
            try (PreparedStatement insert = connection.prepareStatement(FILE)) {
                bind(insert, name, now, now, file.fileName(), content.length, url, hash);
                insert.executeUpdate();
            }
            transaction.execute("COMMIT");
        }
        return JSON.writeValueAsBytes(JSON.createObjectNode().set("message",
                JSON.createObjectNode().put("name", name).put("file_url", url).put("content_hash", hash)));
    }

    private static String newName() {
        return "%010x".formatted(ThreadLocalRandom.current().nextLong(1L << 40));
    }

    private static ResultSet query(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.closeOnCompletion();
        bind(statement, values);
        return statement.executeQuery();
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
