# Sourced by mvnw and affogato: "find_jdk" exports JAVA_HOME of a JDK that is new enough, or says what is missing and ends.

required_java=25

# Prints the feature version of the JDK in a folder, nothing when there is none.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    version=
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")
    fi
    if [ -z "$version" ]; then
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p;')
    fi
    echo "$version"
}

# Takes a folder as JAVA_HOME when the JDK in it is new enough.
use_jdk() {
    case " $jdks_seen " in *" $1 "*) return 1 ;; esac
    version=$(jdk_version "$1")
    [ -n "$version" ] || return 1
    jdks_seen="$jdks_seen $1 "
    jdks_listed="$jdks_listed
  $1 (Java $version)"
    [ "$version" -ge "$required_java" ] || return 1
    JAVA_HOME=$1
    export JAVA_HOME
}

# The home folder of the java program on the PATH, through its symbolic links.
jdk_on_path() {
    program=$(command -v java) || return 0
    while [ -L "$program" ]; do
        link=$(ls -ld "$program" | sed 's/.* -> //')
        case $link in
            /*) program=$link ;;
            *) program=$(dirname "$program")/$link ;;
        esac
    done
    (cd "$(dirname "$program")/.." 2>/dev/null && pwd -P)
}

find_jdk() {
    jdks_seen=
    jdks_listed=
    [ -n "${JAVA_HOME:-}" ] && use_jdk "$JAVA_HOME" && return
    on_path=$(jdk_on_path)
    [ -n "$on_path" ] && use_jdk "$on_path" && return
    for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        use_jdk "$home" && return
    done
    if [ -x /usr/libexec/java_home ]; then
        home=$(/usr/libexec/java_home -v "$required_java+" 2>/dev/null) && use_jdk "$home" && return
    fi
    cat >&2 <<END
Affogato needs a JDK $required_java or newer, and none was found.
Looked at JAVA_HOME (${JAVA_HOME:-not set}), the PATH, /usr/lib/jvm, SDKMAN and macOS's java_home. Found:${jdks_listed:- no JDK at all}
Install one, for instance Eclipse Temurin $required_java, or let JAVA_HOME name its folder.
END
    exit 1
}
