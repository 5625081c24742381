package org.affogato.api.file;

import static org.affogato.api.file.FileCalls.bytes;
import static org.affogato.api.file.FileCalls.content;
import static org.affogato.api.file.FileCalls.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore.Stored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every place that keeps contents does alike. */
class StorageTest {
    private static final S3Server SERVER = new S3Server();

    @TempDir
    private static Path folder;

    private static Map<String, String> settings;

    private static Storage disk;
    private static Storage bucket;

    @BeforeAll
    static void start() {
        settings = SERVER.start();
        disk = new DiskStorage(folder, new WorkFolder(folder));
        bucket = S3Storage.of(S3Server.read(settings));
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    static Stream<Named<Storage>> storages() {
        return Stream.of(Named.of("disk", disk), Named.of("s3", bucket));
    }

    private static FilePath path() {
        return new FilePath(false, unique(".txt"));
    }

    private static byte[] read(Storage storage, FilePath path) throws IOException {
        return read(storage, path, 0, storage.find(path).orElseThrow().size());
    }

    private static byte[] read(Storage storage, FilePath path, long offset, long length) throws IOException {
        try (InputStream in = storage.open(path, offset, length)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @MethodSource("storages")
    void keepsAContent(Storage storage) throws IOException {
        FilePath path = path();
        byte[] content = content();
        assertThat(storage.find(path)).isEmpty();
        assertThat(storage.create(path, FileContent.of(content))).isTrue();
        assertThat(read(storage, path)).isEqualTo(content);
        Stored known = storage.find(path).orElseThrow();
        assertThat(known.size()).isEqualTo(content.length);
        assertThat(known.modified())
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(1)),
                        Instant.now().plus(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @MethodSource("storages")
    void readsParts(Storage storage) throws IOException {
        FilePath path = path();
        storage.create(path, FileContent.of(bytes("0123456789")));
        assertThat(read(storage, path, 0, 1)).isEqualTo(bytes("0"));
        assertThat(read(storage, path, 3, 4)).isEqualTo(bytes("3456"));
        assertThat(read(storage, path, 9, 1)).isEqualTo(bytes("9"));
        assertThat(read(storage, path, 4, 0)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("storages")
    void keepsLargeContentsAndEmptyOnes(Storage storage) throws IOException {
        byte[] large = new byte[5 * 1024 * 1024 + 1];
        RandomGenerator.getDefault().nextBytes(large);
        FilePath path = path();
        storage.create(path, FileContent.of(large));
        assertThat(read(storage, path)).isEqualTo(large);
        FilePath empty = path();
        storage.create(empty, FileContent.of(new byte[0]));
        assertThat(read(storage, empty)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("storages")
    void neverWritesOverATakenName(Storage storage) throws IOException {
        FilePath path = path();
        byte[] first = content();
        storage.create(path, FileContent.of(first));
        assertThat(storage.create(path, FileContent.of(content()))).isFalse();
        assertThat(read(storage, path)).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("storages")
    void copies(Storage storage) throws IOException {
        FilePath from = path();
        FilePath to = new FilePath(true, from.name());
        byte[] content = content();
        storage.create(from, FileContent.of(content));
        assertThat(storage.copy(from, to)).isTrue();
        assertThat(read(storage, to)).isEqualTo(content);
        storage.delete(from);
        assertThat(read(storage, to)).isEqualTo(content);
    }

    @ParameterizedTest
    @MethodSource("storages")
    void neverCopiesOverATakenName(Storage storage) throws IOException {
        FilePath from = path();
        FilePath taken = path();
        byte[] content = content();
        storage.create(from, FileContent.of(content()));
        storage.create(taken, FileContent.of(content));
        assertThat(storage.copy(from, taken)).isFalse();
        assertThat(read(storage, taken)).isEqualTo(content);
    }

    @ParameterizedTest
    @MethodSource("storages")
    void replaces(Storage storage) throws IOException {
        FilePath path = path();
        FilePath copy = path();
        byte[] first = content();
        byte[] second = content();
        storage.create(path, FileContent.of(first));
        storage.copy(path, copy);
        storage.replace(path, FileContent.of(second));
        assertThat(read(storage, path)).isEqualTo(second);
        assertThat(read(storage, copy)).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("storages")
    void removes(Storage storage) {
        FilePath path = path();
        storage.create(path, FileContent.of(content()));
        storage.delete(path);
        assertThat(storage.find(path)).isEmpty();
        storage.delete(path);
        assertThat(storage.create(path, FileContent.of(content()))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("storages")
    void tellsThatThereIsNoContent(Storage storage) {
        FilePath none = path();
        assertThatThrownBy(() -> read(storage, none, 0, 1)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> storage.copy(none, path())).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @MethodSource("storages")
    void tellsTheSidesOfTheRightsApart(Storage storage) throws IOException {
        FilePath open = path();
        FilePath closed = new FilePath(true, open.name());
        byte[] content = content();
        storage.create(open, FileContent.of(content));
        assertThat(storage.find(closed)).isEmpty();
        storage.create(closed, FileContent.of(content()));
        assertThat(read(storage, open)).isEqualTo(content);
    }

    @ParameterizedTest
    @MethodSource("storages")
    void keepsNamesAsTheyAre(Storage storage) throws IOException {
        for (String name : List.of(
                "a b.txt", "a+b.txt", "a%20b.txt", "a&b=c?d#e.txt", "Grüße.txt", "日本.txt", "'\"<>.txt", "a/b/c.txt")) {
            FilePath path = new FilePath(true, unique(" ") + name);
            byte[] content = content();
            assertThat(storage.create(path, FileContent.of(content))).isTrue();
            assertThat(read(storage, path)).isEqualTo(content);
            FilePath copy = new FilePath(false, path.name());
            assertThat(storage.copy(path, copy)).isTrue();
            assertThat(read(storage, copy)).isEqualTo(content);
        }
    }

    @Test
    void sitesShareABucketByWhatTheirKeysBeginWith() {
        Map<String, String> more = new HashMap<>(settings);
        more.put("affogato.files.s3.prefix", "another/");
        FileSettings.S3 another = S3Server.read(more);
        FilePath path = path();
        bucket.create(path, FileContent.of(content()));
        assertThat(S3Storage.of(another).find(path)).isEmpty();
        S3Storage.of(another).create(path, FileContent.of(content()));
        assertThat(S3Server.keys(another))
                .contains("public/files/" + path.name(), "another/public/files/" + path.name());
    }

    @Test
    void aBucketNeedsAName() {
        FileSettings.S3 nameless = S3Server.read(Map.of());
        assertThatThrownBy(() -> S3Storage.of(nameless))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("affogato.files.s3.bucket");
    }

    @Test
    void aNameOnTheDiskIsTakenByOneOnly() {
        FilePath path = path();
        long taken = Stream.generate(() -> FileContent.of(content()))
                .limit(50)
                .parallel()
                .filter(content -> disk.create(path, content))
                .count();
        assertThat(taken).isOne();
    }
}
