package org.affogato.engine.install;

import java.util.List;

/**
 * What a migrate did.
 *
 * @param definitions number of DocTypes imported from files
 * @param tables number of tables made or changed
 * @param records number of files of records imported
 * @param patches names of the patches that ran
 */
public record MigrationReport(int definitions, int tables, int records, List<String> patches, List<String> warnings) {}
