package bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.*;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.*;
import java.time.LocalDateTime;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What one would write by hand for exactly the benchmark's two tables: the same SQL and JSON, no metadata, no rights. */
@Path("/api")
@Produces("application/json")
@RunOnVirtualThread
public class Handwritten {
    private static final String[] COLUMNS = ("name owner creation modified modified_by docstatus idx title status grp code"
            + " city country email phone qty stock rate amount percent active due seen_at starts notes remarks colour").split(" ");
    private static final String KINDS = "sssssllsssssssslldddlssssss";
    private static final String[] ITEM_COLUMNS = ("name owner creation modified modified_by docstatus idx parent parentfield"
            + " parenttype item_code description qty rate amount").split(" ");
    private static final String ITEM_KINDS = "sssssllsssssddd";
    private static final String[] LIST_COLUMNS = {"name", "title", "status", "grp", "amount", "modified"};
    private static final String SELECT = "SELECT " + String.join(", ", COLUMNS) + " FROM ";
    private static final String ITEMS = "SELECT " + String.join(", ", ITEM_COLUMNS)
            + " FROM `tabBench Item` WHERE parent = ? AND parenttype = ? AND parentfield = ? ORDER BY idx";
    private static final String INSERT = "INSERT INTO `tabBench Plain` (" + String.join(", ", COLUMNS) + ") VALUES (?"
            + ", ?".repeat(COLUMNS.length - 1) + ")";
    private static final String UPDATE_ITEM =
            "UPDATE `tabBench Item` SET modified = ?, modified_by = ?, idx = ?, item_code = ?, qty = ? WHERE name = ?";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource source;

    Handwritten(DataSource source) {
        this.source = source;
    }

    interface Body {
        void write(JsonGenerator json) throws IOException, SQLException;
    }

    private static byte[] answer(String key, Body body) throws IOException, SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeFieldName(key);
            body.write(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void fields(JsonGenerator json, ResultSet row, String[] columns, String kinds)
            throws IOException, SQLException {
        for (int i = 0; i < columns.length; i++) {
            switch (kinds.charAt(i)) {
                case 'l' -> json.writeNumberField(columns[i], row.getLong(i + 1));
                case 'd' -> json.writeNumberField(columns[i], row.getDouble(i + 1));
                default -> json.writeStringField(columns[i], row.getString(i + 1));
            }
        }
    }

    private static void rows(JsonGenerator json, ResultSet row, String[] columns, String kinds, String doctype)
            throws IOException, SQLException {
        json.writeStartArray();
        while (row.next()) {
            json.writeStartObject();
            fields(json, row, columns, kinds);
            if (doctype != null) {
                json.writeStringField("doctype", doctype);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values) throws SQLException {
        return bind(connection.prepareStatement(sql), values);
    }

    private static PreparedStatement bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static byte[] document(Connection connection, String table, String name, String lock) throws Exception {
        try (PreparedStatement query = bound(connection, SELECT + "`tab" + table + "` WHERE name = ?" + lock, name);
                ResultSet row = query.executeQuery()) {
            row.next();
            return answer("data", json -> {
                json.writeStartObject();
                fields(json, row, COLUMNS, KINDS);
                if (table.equals("Bench Record")) {
                    try (PreparedStatement items = bound(connection, ITEMS, name, table, "items");
                            ResultSet item = items.executeQuery()) {
                        json.writeFieldName("items");
                        rows(json, item, ITEM_COLUMNS, ITEM_KINDS, "Bench Item");
                    }
                }
                json.writeStringField("doctype", table);
                json.writeEndObject();
            });
        }
    }

    @GET
    @Path("/method/ping")
    public byte[] ping() throws Exception {
        return answer("message", json -> json.writeString("pong"));
    }

    @GET
    @Path("/resource/{table}/{name}")
    public byte[] get(@PathParam("table") String table, @PathParam("name") String name) throws Exception {
        try (Connection connection = source.getConnection()) {
            return document(connection, table, name, "");
        }
    }

    @GET
    @Path("/resource/Bench Record")
    public byte[] list(@QueryParam("limit_start") int start, @QueryParam("groups") int groups) throws Exception {
        Stream<Object> allowed = IntStream.range(0, groups).mapToObj(i -> "Group " + i);
        Object[] values = Stream.concat(allowed, Stream.of(20, start)).toArray();
        String where = groups == 0 ? "" : " WHERE IFNULL(grp, '') = '' OR grp IN (?" + ", ?".repeat(groups - 1) + ")";
        String sql = "SELECT " + String.join(", ", LIST_COLUMNS) + " FROM `tabBench Record`" + where
                + " ORDER BY modified DESC LIMIT ? OFFSET ?";
        try (Connection connection = source.getConnection();
                PreparedStatement query = bound(connection, sql, values);
                ResultSet row = query.executeQuery()) {
            return answer("data", json -> rows(json, row, LIST_COLUMNS, "ssssds", null));
        }
    }

    @GET
    @Path("/method/frappe.client.get_count")
    public byte[] count() throws Exception {
        try (Connection connection = source.getConnection();
                PreparedStatement query = bound(connection, "SELECT count(*) FROM `tabBench Record`");
                ResultSet row = query.executeQuery()) {
            return answer("message", json -> json.writeNumber(row.next() ? row.getLong(1) : 0));
        }
    }

    @POST
    @Path("/resource/Bench Plain")
    public byte[] insert(byte[] body) throws Exception {
        ObjectNode doc = JSON.createObjectNode();
        doc.put("name", "%010x".formatted(ThreadLocalRandom.current().nextLong(1L << 40)));
        String now = LocalDateTime.now().toString().replace('T', ' ');
        doc.put("owner", "Administrator").put("creation", now).put("modified", now).put("modified_by", "Administrator")
                .put("docstatus", 0).put("idx", 0).setAll((ObjectNode) JSON.readTree(body));
        Object[] values = Stream.of(COLUMNS).map(column -> doc.get(column).asText()).toArray();
        try (Connection connection = source.getConnection();
                Statement transaction = connection.createStatement();
                PreparedStatement link = bound(connection, "SELECT name FROM `tabBench Group` WHERE name IN (?)", values[9]);
                PreparedStatement insert = bound(connection, INSERT, values)) {
            link.executeQuery().close();
            transaction.execute("START TRANSACTION");
            insert.executeUpdate();
            transaction.execute("COMMIT");
            return answer("data", json -> JSON.writeTree(json, doc.put("doctype", "Bench Plain")));
        }
    }

    @PUT
    @Path("/resource/Bench Record/{name}")
    public byte[] save(@PathParam("name") String name, byte[] body) throws Exception {
        JsonNode given = JSON.readTree(body);
        LocalDateTime now = LocalDateTime.now();
        try (Connection connection = source.getConnection(); Statement transaction = connection.createStatement()) {
            transaction.execute("START TRANSACTION");
            document(connection, "Bench Record", name, " FOR UPDATE");
            try (PreparedStatement update = bound(connection,
                            "UPDATE `tabBench Record` SET modified = ?, qty = ? WHERE name = ?", now, given.get("qty").asInt(), name);
                    PreparedStatement items = connection.prepareStatement(UPDATE_ITEM)) {
                update.executeUpdate();
                for (JsonNode item : given.get("items")) {
                    bind(items, now, "Administrator", item.get("idx").asInt(), item.get("item_code").asText(),
                                    item.get("qty").asDouble(), item.get("name").asText())
                            .addBatch();
                }
                items.executeBatch();
            }
            transaction.execute("COMMIT");
            return document(connection, "Bench Record", name, "");
        }
    }
}
