package dev.hemstitch.examples.demo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    @TempDir
    Path folder;

    private Child child;

    @BeforeEach
    void prepare() throws IOException {
        child = new Child("echo", jar(EchoProgram.class), folder, () -> Map.of("greeting", "C:\\hello"));
    }

    @AfterEach
    void stop() {
        child.close();
    }

    private Path jar(Class<?> program) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, program.getName());
        Path jar = folder.resolve(program.getSimpleName() + ".jar");
        String name = program.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = program.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
        return jar;
    }

    private String ask() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(child.url())).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void it_starts_with_its_configuration() throws Exception {
        child.start();
        assertThat(ask()).isEqualTo("C:\\hello");
        assertThat(child.pid()).isPresent();
        assertThat(folder.resolve("echo.log")).content().contains("listening on " + child.url());
    }

    @Test
    void killed_it_is_gone_and_started_again_it_is_where_it_was() throws Exception {
        child.start();
        String url = child.url();
        long pid = child.pid().orElseThrow();
        child.kill();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(child.pid()).isEmpty();
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);

        child.start();
        assertThat(child.url()).isEqualTo(url);
        assertThat(ask()).isEqualTo("C:\\hello");
    }

    @Test
    void closed_it_never_starts_again() throws Exception {
        child.start();
        long pid = child.pid().orElseThrow();
        child.close();
        child.start();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(child.pid()).isEmpty();
    }

    @Test
    void a_program_that_ends_without_listening_is_told() throws IOException {
        Child silent = new Child("silent", jar(SilentProgram.class), folder, Map::of);
        assertThatThrownBy(silent::start).isInstanceOf(IOException.class).hasMessageContaining("silent.log");
        Child missing = new Child("missing", folder.resolve("missing.jar"), folder, Map::of);
        assertThatThrownBy(missing::start).isInstanceOf(IOException.class).hasMessageContaining("missing.jar");
    }
}
