package org.affogato.engine.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the files of one MariaDB server lie: its programs and its shared data. */
record ServerFiles(Path base, Path server, Path share) {

    /** A server that is installed on the machine, named by {@code MARIADB_HOME}, such as {@code /usr}. */
    static ServerFiles installed(Path home) {
        Path server = first(List.of(
                home.resolve("sbin/mariadbd"),
                home.resolve("bin/mariadbd"),
                home.resolve("libexec/mariadbd"),
                home.resolve("sbin/mysqld"),
                home.resolve("bin/mysqld")));
        Path share = first(List.of(home.resolve("share/mariadb"), home.resolve("share/mysql"), home.resolve("share")));
        return new ServerFiles(home, server, share);
    }

    static ServerFiles unpacked(Path base) {
        return new ServerFiles(base, base.resolve("bin/mariadbd"), base.resolve("share"));
    }

    /** A client program of the same version, for dumps and restores. */
    Path program(String name) {
        return base.resolve("bin").resolve(name);
    }

    /** The statements that make the system tables of an empty data folder, in the order the server wants them. */
    String systemTables() {
        StringBuilder sql = new StringBuilder("create database mysql;\nuse mysql;\nset @auth_root_socket=NULL;\n");
        for (String part : List.of("system_tables", "performance_tables", "system_tables_data")) {
            Path file =
                    first(List.of(share.resolve("mariadb_" + part + ".sql"), share.resolve("mysql_" + part + ".sql")));
            sql.append(read(file)).append('\n');
        }
        return sql.append(read(share.resolve("maria_add_gis_sp_bootstrap.sql")))
                .append('\n')
                .toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("The database server's file " + file + " cannot be read", e);
        }
    }

    private static Path first(List<Path> candidates) {
        return candidates.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new EmbeddedDatabaseException(
                        "MARIADB_HOME names no usable MariaDB server: none of " + candidates + " exists"));
    }
}
