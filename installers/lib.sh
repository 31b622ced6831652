# What package.sh does on every system: the distribution, the JDK, the runtime. Sourced by it.
# shellcheck shell=bash disable=SC2154

# The modules that are asked for: what `jdeps --print-module-deps` finds in the jars, JavaFX, and the
# words and calendars of the two languages.
modules=java.base,java.desktop,java.management,java.naming,java.scripting,java.sql,jdk.jfr,jdk.net
modules=$modules,jdk.unsupported,jdk.localedata,javafx.controls,javafx.fxml

# Of java.desktop the console needs beans and pictures in memory: nothing of ours or of the libraries
# opens a window of AWT or Swing, plays a sound or prints. Of java.xml it needs the parsers only.
swing='javax/swing|com/sun/java/swing|com/sun/swing|sun/swing|javax/sound|com/sun/media/sound'
swing='java.desktop/('$swing'|sun/awt/X11|sun/print|javax/print|java/awt/doc-files)/'
xslt='java.xml/com/sun/org/apache/(bcel|xalan|xpath)/'
unused_packages="^($swing|$xslt)"
# What is compressed. The rest, most of all the public half of java.base, is not: a package is packed
# once more as a whole, and far better that way. The more is left, the smaller the package, and the
# larger what is installed.
compressed='/java.desktop/**,/java.xml/**,/java.management/**,/java.naming/**,/java.logging/**'
compressed=$compressed',/java.base/jdk/**,/jdk.jfr/**,/javafx.base/**,/javafx.graphics/**,/javafx.controls/**'
unused_files='**libsplashscreen.*,**libjavajpeg.*,**liblcms.*,**libmlib_image.*,**libfontmanager.*'
unused_files=$unused_files',**libfreetype.*,**libawt_xawt.*,**libjawt.*,**libjsound.*,**psfont*'
unused_files=$unused_files',**/jrunscript*,**/keytool*,**/bin/jfr*'

need_distribution() {
    if [ ! -x "$dist/bin/daemoneye" ]; then
        [ "$dist" = "$root/app/target/dist" ] || fail "there is no distribution in $dist"
        say "building the distribution with Maven"
        (cd "$root" && mvn -B -q package -DskipTests -Pbill)
    fi
    ls "$dist"/lib/daemoneye-app-*.jar >/dev/null 2>&1 || fail "$dist holds no daemoneye-app jar"
}

# Is $1 a JDK 25 or newer that can make packages?
suits() {
    [ -x "$1/bin/jpackage" ] && [ -r "$1/release" ] &&
        [ "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")" -ge 25 ]
}

find_jdk() {
    local built path=
    built=$(cat "$dist/lib/build-jdk" 2>/dev/null || true)
    if has jpackage; then path=$(dirname "$(dirname "$(realpath "$(command -v jpackage)")")"); fi
    for jdk in "${JAVA_HOME:-}" "$built" "$path"; do
        if [ -n "$jdk" ] && suits "$jdk"; then return; fi
    done
    fail "no JDK 25 with jpackage: set JAVA_HOME to one"
}

# 0.1.0-SNAPSHOT is packed as 0.1.0: packages know numbers only.
version_of_distribution() {
    local jar
    jar=$(ls "$dist"/lib/daemoneye-app-*.jar)
    jar=${jar##*/daemoneye-app-}
    jar=${jar%.jar}
    printf %s "${jar%%-*}"
}

# JavaFX as modules with their native libraries beside them, so that nothing is unpacked at run time.
make_jmods() {
    local jar module classes libs
    mkdir -p "$1"
    for jar in "$dist"/lib/javafx/*.jar; do
        module=$(basename "$jar")
        module=${module#javafx-}
        module=javafx.${module%%-*}
        classes=$work/fx/$module/classes
        libs=$work/fx/$module/libs
        mkdir -p "$classes" "$libs"
        (cd "$classes" && "$jdk/bin/jar" -xf "$jar")
        find "$classes" -maxdepth 1 -type f \( -name '*.so' -o -name '*.dylib' -o -name '*.dll' \) \
            -exec mv {} "$libs/" \;
        "$jdk/bin/jmod" create --class-path "$classes" --libs "$libs" "$1/$module.jmod"
    done
}

# The options that every Java of the package starts with. All of them name the same packages of
# JavaFX, needed or not: a cache is good for all processes only if their modules are alike.
runtime_options() {
    printf '%s ' --enable-native-access=javafx.graphics
    sed -n 's/^--add-exports  */--add-exports=/p' "$dist/lib/console.options" | tr '\n' ' '
    # The native libraries lie in the runtime; nothing is unpacked into temporary folders.
    printf '%s' "-Djna.nosys=false -Djna.nounpack=true"
}

# What to leave out, a line each. One class of each package stays: a module without a package that it
# names is none.
list_unused() {
    "$jdk/bin/jimage" extract --dir "$work/modules" --include 'regex:/java.(desktop|xml)/.*' \
        "$jdk/lib/modules"
    (cd "$work/modules" && find java.desktop java.xml -type f) | LC_ALL=C sort |
        awk -v packages="$unused_packages" '
            $0 ~ packages {
                folder = $0
                sub("/[^/]*$", "", folder)
                if (seen[folder]++ || folder ~ /-/) print "/" $0
            }'
}

make_runtime() {
    say "runtime"
    make_jmods "$work/jmods"
    list_unused >"$work/unused"
    "$jdk/bin/jlink" --module-path "$work/jmods" --add-modules "$modules" --include-locales=en,de \
        --strip-debug --no-man-pages --no-header-files "--compress=zip-9:filter=$compressed" \
        --exclude-resources="@$work/unused" --exclude-files "$unused_files" \
        --add-options="$(runtime_options)" --output "$1"
    add_natives "$1/lib"
    if [ "$system" = Linux ] && has strip; then
        find "$1/lib" -name '*.so' -exec strip --strip-unneeded {} +
    fi
}

# The native libraries of JNA and Netty for this machine, into folder $1.
add_natives() {
    local natives=$work/natives jar
    mkdir -p "$natives"
    (
        cd "$natives" || exit
        "$jdk/bin/jar" -xf "$(echo "$dist"/lib/jna-jpms-*.jar)" com/sun/jna
        for jar in "$dist"/lib/netty-transport-native-epoll-*-linux-"$netty".jar; do
            if [ -f "$jar" ] && [ "$system" = Linux ]; then "$jdk/bin/jar" -xf "$jar" META-INF/native; fi
        done
    )
    case $system in
        Linux) cp "$natives"/com/sun/jna/linux-"$jna"/libjnidispatch.so "$1/" ;;
        Darwin) cp "$natives"/com/sun/jna/darwin-"$jna"/libjnidispatch.jnilib "$1/libjnidispatch.dylib" ;;
    esac
    if [ "$system" = Linux ]; then cp "$natives"/META-INF/native/*.so "$1/"; fi
    chmod 644 "$1"/libjnidispatch.* "$1"/libnetty_* 2>/dev/null || true
}

# The distribution into $1, without what the runtime holds already.
copy_distribution() {
    local lib=$1/lib jar
    mkdir -p "$lib"
    cp -R "$dist/bin" "$1/"
    for part in share legal; do
        if [ -d "$dist/$part" ]; then cp -R "$dist/$part" "$1/"; fi
    done
    cp "$dist"/lib/*.jar "$dist"/lib/*.options "$lib/"
    mkdir -p "$1/legal"
    (cd "$1/legal" && "$jdk/bin/jar" -xf "$(echo "$lib"/daemoneye-app-*.jar)" daemoneye/third-party.txt &&
        mv daemoneye/third-party.txt THIRD-PARTY.txt && rmdir daemoneye)
    if [ -f "$dist/../bom.json" ]; then
        cp "$dist/../bom.json" "$1/legal/bom.cdx.json"
    else
        say "no bill of materials in it: build the distribution with -Pbill"
    fi
    rm -f "$lib"/netty-transport-native-epoll-*.jar
    # JNA carries its library for 25 systems, and the interfaces of Windows.
    slim "$(echo "$lib"/jna-jpms-*.jar)" 'com/sun/jna/*-*'
    if [ "$system" = Linux ]; then
        slim "$(echo "$lib"/jna-platform-jpms-*.jar)" com/sun/jna/platform/win32 com/sun/jna/platform/mac
    fi
    # The modules are in the runtime, and its options know what they open.
    sed -i.bak -e '/^--add-modules/d' -e '/^--add-exports/d' \
        -e 's/^\(--enable-native-access=ALL-UNNAMED\),.*/\1/' -e '/ControlsFX reaches/d' \
        "$lib/console.options"
    rm -f "$lib/console.options.bak"
    list_class_path "$lib"
}

# Jar $1 without the folders that follow, which may be patterns.
slim() {
    local folder=$work/slim jar=$1 pattern
    shift
    rm -rf "$folder"
    mkdir -p "$folder/in"
    (
        cd "$folder/in" || exit
        "$jdk/bin/jar" -xf "$jar"
        # shellcheck disable=SC2086
        for pattern in "$@"; do rm -rf ./$pattern; done
        mv META-INF/MANIFEST.MF ../manifest
        "$jdk/bin/jar" --create --file "$jar" --manifest ../manifest --date 2026-01-01T00:00:00Z .
    )
}

# The jars in the order of lib/class-path: those of a collector first, since a cache that was made for
# the first ones is good for more. bin/daemoneye reads it.
list_class_path() {
    local windows='^(javafx|controlsfx|atlantafx|ikonli|testfx|daemoneye-app)'
    (
        cd "$1" || exit
        printf '%s\n' *.jar | grep -vE "$windows" | LC_ALL=C sort
        printf '%s\n' *.jar | grep -E "$windows" | LC_ALL=C sort
    ) >"$1/class-path"
}

# Lets a collector of folder $1 run against a broker of its own; it leaves lib/collector.aot.
make_cache() {
    say "cache"
    mkdir -p "$work/train"
    "$jdk/bin/javac" -proc:none -cp "$1/lib/*" -d "$work/train" \
        "$root/app/src/build/java/TrainCollector.java"
    "$2/bin/java" -XX:TieredStopAtLevel=1 -cp "$1/lib/*:$work/train" TrainCollector "$1"
    [ -s "$1/lib/collector.aot" ] || fail "Java made no cache"
}
