@echo off
rem Runs Maven for this project on Windows: needs a JDK 25 or newer, fetches Maven when there is no 3.9 in the cache.
setlocal enabledelayedexpansion
set "MAVEN_VERSION=3.9.16"
set "MAVEN_SHA512=ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3"
set "REQUIRED_JAVA=25"

call :use_jdk "%JAVA_HOME%" && goto :jdk_found
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks") do (
    for /d %%J in ("%%~R\*") do call :use_jdk "%%~J" && goto :jdk_found
)
echo Affogato needs a JDK %REQUIRED_JAVA% or newer, and none was found. 1>&2
echo Install one, for instance Eclipse Temurin %REQUIRED_JAVA%, or let JAVA_HOME name its folder. 1>&2
exit /b 1

:jdk_found
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "CACHE=%MAVEN_USER_HOME%\wrapper\dists"
set "MVN=%CACHE%\apache-maven-%MAVEN_VERSION%\bin\mvn.cmd"
if exist "%MVN%" goto :run

if defined MVNW_REPOURL (
    set "URL=%MVNW_REPOURL%/org/apache/maven/apache-maven/%MAVEN_VERSION%/apache-maven-%MAVEN_VERSION%-bin.zip"
) else (
    set "URL=https://archive.apache.org/dist/maven/maven-3/%MAVEN_VERSION%/binaries/apache-maven-%MAVEN_VERSION%-bin.zip"
)
echo Fetching Maven %MAVEN_VERSION% (once) 1>&2
powershell -NoProfile -Command "$ErrorActionPreference='Stop'; $ProgressPreference='SilentlyContinue'; New-Item -Force -ItemType Directory '%CACHE%' | Out-Null; $zip = Join-Path '%CACHE%' 'maven.part.zip'; Invoke-WebRequest '%URL%' -OutFile $zip; if ((Get-FileHash -Algorithm SHA512 $zip).Hash -ne '%MAVEN_SHA512%') { Remove-Item $zip; throw 'Maven has not the expected checksum; it was not used.' }; Expand-Archive -Force $zip '%CACHE%'; Remove-Item $zip"
if errorlevel 1 (
    echo Maven %MAVEN_VERSION% could not be fetched. Let MVNW_REPOURL name a Maven repository. 1>&2
    exit /b 1
)

:run
call "%MVN%" %*
exit /b %ERRORLEVEL%

:use_jdk
if "%~1"=="" exit /b 1
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "FOUND=%%~V"
set "FOUND=!FOUND:"=!"
if !FOUND! lss %REQUIRED_JAVA% exit /b 1
set "JAVA_HOME=%~1"
exit /b 0
