package org.affogato.engine.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Tables that belong to no DocType: those of every Frappe site, and the few of this engine. */
public final class SystemTables {
    private static final String LIKE_FRAPPE =
            " ENGINE=InnoDB ROW_FORMAT=DYNAMIC CHARACTER SET=utf8mb4 COLLATE=utf8mb4_unicode_ci";
    private static final SequencedMap<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("tabSingles", """
                (`doctype` varchar(255), `field` varchar(255), `value` longtext,
                INDEX `singles_doctype_field_index` (`doctype`, `field`))""" + LIKE_FRAPPE);
        TABLES.put("tabSeries", """
                (`name` varchar(100) NOT NULL PRIMARY KEY, `current` int(10) NOT NULL DEFAULT 0)""" + LIKE_FRAPPE);
        TABLES.put("tabSessions", """
                (`user` varchar(255), `sid` varchar(255), `sessiondata` longtext, `ipaddress` varchar(16),
                `lastupdate` datetime(6), `status` varchar(20), INDEX `sid` (`sid`))""" + LIKE_FRAPPE);
        TABLES.put("__Auth", """
                (`doctype` varchar(140) NOT NULL, `name` varchar(255) NOT NULL, `fieldname` varchar(140) NOT NULL,
                `password` text NOT NULL, `encrypted` int(1) NOT NULL DEFAULT 0,
                PRIMARY KEY (`doctype`, `name`, `fieldname`))""" + LIKE_FRAPPE);
        TABLES.put("__UserSettings", """
                (`user` varchar(180) NOT NULL, `doctype` varchar(180) NOT NULL, `data` text,
                UNIQUE (`user`, `doctype`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3""");
        TABLES.put("__global_search", """
                (`doctype` varchar(100), `name` varchar(140), `title` varchar(140), `content` text,
                `route` varchar(140), `published` int(1) NOT NULL DEFAULT 0,
                UNIQUE `doctype_name` (`doctype`, `name`), FULLTEXT `content` (`content`))
                ENGINE=MyISAM CHARACTER SET=utf8mb4 COLLATE=utf8mb4_unicode_ci""");
        TABLES.put("__affogato_version", """
                (`scope` varchar(64) NOT NULL PRIMARY KEY, `version` bigint NOT NULL)""" + LIKE_FRAPPE);
        TABLES.put("__affogato_run", """
                (`job` varchar(255) NOT NULL, `due` datetime(6) NOT NULL, `started` datetime(6),
                `finished` datetime(6), `status` varchar(20), PRIMARY KEY (`job`, `due`))""" + LIKE_FRAPPE);
        TABLES.put("__affogato_idempotency", """
                (`user` varchar(140) NOT NULL, `key` varchar(140) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
                `request` char(64) NOT NULL, `created` datetime(6) NOT NULL, `status` int, `body` longblob,
                PRIMARY KEY (`user`, `key`), INDEX `created` (`created`))""" + LIKE_FRAPPE);
        TABLES.put("__affogato_login_failure", """
                (`key` char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
                `count` int NOT NULL, `until` datetime(6) NOT NULL, INDEX `until` (`until`))""" + LIKE_FRAPPE);
        TABLES.put("__affogato_rate", """
                (`key` char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
                `count` bigint NOT NULL, `until` datetime(6) NOT NULL, `changed` datetime(6) NOT NULL,
                INDEX `until` (`until`), INDEX `changed` (`changed`))""" + LIKE_FRAPPE);
        TABLES.put("__affogato_definition", """
                (`doctype` varchar(140) NOT NULL PRIMARY KEY, `app` varchar(140) NOT NULL,
                `definition` longtext NOT NULL)""" + LIKE_FRAPPE);
        TABLES.put(RecordLedger.TABLE, """
                (`path` varchar(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
                `hash` char(32) NOT NULL)""" + LIKE_FRAPPE);
    }

    private SystemTables() {}

    /** The statements for those that are missing, as one plan. */
    public static TablePlan plan(SchemaPlanner schema) {
        List<String> statements = new ArrayList<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            if (!schema.hasTable(table.getKey())) {
                statements.add(
                        "CREATE TABLE IF NOT EXISTS %s %s".formatted(SqlText.quote(table.getKey()), table.getValue()));
            }
        }
        return new TablePlan("", statements, List.of());
    }
}
