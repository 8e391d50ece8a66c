package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.model.BreakPosition;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A value of {@code --break}: {@code AT=AD[,AD…]}.
 *
 * @param position where
 * @param ads the FILEs of the ads
 */
record BreakOption(BreakPosition position, List<String> ads) {
    /** Reads the value. */
    static final class Converter implements ITypeConverter<BreakOption> {
        @Override
        public BreakOption convert(String value) {
            int equals = value.indexOf('=');
            if (equals < 0) {
                throw new TypeConversionException("'" + value + "' is not AT=AD[,AD…]");
            }
            BreakPosition position = BreakPosition.parse(value.substring(0, equals))
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value.substring(0, equals) + "' is neither seconds nor n% nor end"));
            return new BreakOption(position, files(value.substring(equals + 1)));
        }

        private static List<String> files(String list) {
            List<String> pieces = split(list);
            List<String> files = new ArrayList<>();
            int from = 0;
            while (from < pieces.size()) {
                int end = end(pieces, from);
                files.add(String.join(",", pieces.subList(from, end)));
                from = end;
            }
            if (files.contains("")) {
                throw new TypeConversionException("an AD is missing in '" + list + "'");
            }
            return files;
        }

        /** At commas, but for those behind a backslash, which goes. */
        private static List<String> split(String list) {
            List<String> pieces = new ArrayList<>();
            StringBuilder piece = new StringBuilder();
            for (int i = 0; i < list.length(); i++) {
                if (list.startsWith("\\,", i)) {
                    i++;
                    piece.append(',');
                } else if (list.charAt(i) == ',') {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                } else {
                    piece.append(list.charAt(i));
                }
            }
            pieces.add(piece.toString());
            return pieces;
        }

        /** A path may have commas: what is no file alone, but is one with what follows, is that. */
        private static int end(List<String> pieces, int from) {
            String path = pieces.get(from);
            for (int end = from + 1; end < pieces.size() && !isFile(path); end++) {
                path += "," + pieces.get(end);
                if (isFile(path)) {
                    return end + 1;
                }
            }
            return from + 1;
        }

        private static boolean isFile(String path) {
            try {
                return InputReader.isUrl(path) || path.equals("-") || Files.isRegularFile(Path.of(path));
            } catch (InvalidPathException e) {
                return false;
            }
        }
    }
}
