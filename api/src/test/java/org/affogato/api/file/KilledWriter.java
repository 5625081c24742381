package org.affogato.api.file;

import java.nio.file.Path;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FilePath;

/** A process that ends in the middle of its work, as by {@code kill -9}: notes a path, perhaps writes its content. */
final class KilledWriter {
    static final int KILLED = 9;

    private KilledWriter() {}

    /**
     * @param args the folder of the site, the URL of a content, the content; empty to write none
     */
    public static void main(String[] args) {
        Path root = Path.of(args[0]);
        FilePath path = FilePath.of(args[1]).orElseThrow();
        WorkFolder work = new WorkFolder(root);
        new FileJournal(work).begin(path);
        if (!args[2].isEmpty()) {
            new DiskStorage(root, work).create(path, FileContent.of(FileCalls.bytes(args[2])));
        }
        Runtime.getRuntime().halt(KILLED);
    }
}
