package org.affogato.engine.db;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.affogato.engine.meta.Meta;

/** Plans the sync of many tables on one reading of the schema; changes nothing. */
public final class SchemaPlanner implements AutoCloseable {
    private final TableSync sync;
    private final DdlConnection connection;
    private final Map<String, TableState> schema;

    SchemaPlanner(DataSource source, TableSync sync) throws SQLException {
        this.sync = sync;
        this.connection = new DdlConnection(source, TableSync.PATIENT);
        this.schema = new SchemaReader(connection.jdbc()).all();
    }

    public TablePlan plan(Meta meta) {
        try {
            return sync.plan(meta, schema.get(meta.table().toLowerCase(Locale.ROOT)), connection);
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    public boolean hasTable(String table) {
        return schema.containsKey(table.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }
}
