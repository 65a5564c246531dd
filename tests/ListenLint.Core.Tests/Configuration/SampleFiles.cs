namespace ListenLint.Core.Tests.Configuration;

/// <summary>Files as projects have them; the hostile tests cut and damage the same ones.</summary>
internal static class SampleFiles
{
    public const string AppSettings = """
        {
          // Overridden in production
          "Urls": "http://localhost:5000;https://localhost:5001",
          "Logging": { "LogLevel": { "Default": "Information", "Microsoft.AspNetCore": "Warning" } },
          "AllowedHosts": "*",
          "ConnectionStrings": { "Shop": "Host=localhost;Port=5432;Database=shop" },
          "Elasticsearch": { "Url": "http://localhost:9200" },
          "Kestrel": {
            "EndpointDefaults": { "Protocols": "Http1AndHttp2" },
            "Endpoints": {
              "Grpc": { "Url": "http://127.0.0.1:6006", "Protocols": "Http2" },
            },
          },
          "http_ports": 8080, /* for containers */
          "ReverseProxy": {
            "Routes": { "orders": { "ClusterId": "orders", "Match": { "Path": "{**catch-all}" } } },
            "Clusters": {
              "orders": {
                "Destinations": {
                  "first": { "Address": "http://127.0.0.1:5010/api/" },
                  "second": { "Address": "https://orders/", "Health": "http://127.0.0.1:5011/" }
                }
              }
            }
          }
        }
        """;

    public const string LaunchSettings = """
        {
          "$schema": "https://json.schemastore.org/launchsettings.json",
          "iisSettings": { "iisExpress": { "applicationUrl": "http://localhost:42100", "sslPort": 44300 } },
          "profiles": {
            "https": {
              "commandName": "Project",
              "dotnetRunMessages": true,
              "launchBrowser": true,
              "applicationUrl": "https://localhost:7057;http://localhost:5057",
              "environmentVariables": {
                "ASPNETCORE_ENVIRONMENT": "Development",
                "DOTNET_URLS": "http://*:5058",
                "Kestrel__Endpoints__Grpc__Url": "http://localhost:6006",
                "ASPNETCORE_HTTP_PORTS": "8088",
                "ASPNETCORE_HTTPS_PORT": "7057"
              }
            },
            "with arguments": {
              "commandName": "Project",
              "commandLineArgs": "--urls \"http://localhost:5099\" --verbose"
            },
            "IIS Express": { "commandName": "IISExpress", "applicationUrl": "http://localhost:42100" }
          }
        }
        """;

    public const string Dockerfile = """
        # syntax=docker/dockerfile:1
        ARG DOTNET_VERSION=8.0
        FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET_VERSION}-alpine AS base
        WORKDIR /app
        ARG PORT=5080
        ENV ASPNETCORE_ENVIRONMENT=Production \
            # the port that the gateway knows
            ASPNETCORE_URLS="http://localhost:${PORT}" \
            GREETING="hello world"
        EXPOSE $PORT 8443/tcp 53/udp 9000-9001

        FROM mcr.microsoft.com/dotnet/sdk:${DOTNET_VERSION} AS build
        ENV ASPNETCORE_URLS=http://build-only:1
        WORKDIR /src
        COPY ["Shop.Api/Shop.Api.csproj", "Shop.Api/"]
        RUN dotnet restore "Shop.Api/Shop.Api.csproj"
        COPY . .
        RUN <<EOF
        ENV ASPNETCORE_URLS=http://in-a-heredoc:1
        EXPOSE 1
        EOF
        RUN dotnet publish ./Shop.Api/Shop.Api.csproj -c Release -o /app/publish && \
            dotnet test Shop.Tests/Shop.Tests.csproj

        FROM base AS final
        COPY --from=build /app/publish .
        HEALTHCHECK --interval=30s CMD curl -f http://localhost:1234/health || exit 1
        USER app
        ENTRYPOINT ["dotnet", "Shop.Api.dll"]
        CMD ["--http_ports", "5081"]
        """;

    public const string Compose = """
        # The shop, for a developer's machine
        name: shop
        x-environment: &defaults
          ASPNETCORE_ENVIRONMENT: Development
          ASPNETCORE_URLS: "http://localhost:${API_PORT:-8080}"

        services:
          api:
            build:
              context: ./src
              dockerfile: Shop.Api/Dockerfile
            environment:
              <<: *defaults
              ConnectionStrings__Shop: 'Host=db;Port=5432;Username=shop'
              API_KEY:
            ports:
              - "5000:8080"
              - 127.0.0.1:5001:8081/tcp
              - "[::1]:5002:8082"
              - "53:53/udp"
              - "${HTTP_PORT:-80}:${API_PORT:-8080}"
              - target: 8443
                published: "443"
                host_ip: 127.0.0.1
                protocol: tcp
                mode: host
            expose: [ "9000", 9001/udp ]
            depends_on: { db: { condition: service_healthy } }
            healthcheck:
              test: ["CMD", "curl", "-f", "http://localhost:8080/health"]
          worker:
            image: ghcr.io/shop/worker:1.2
            environment:
              - DOTNET_URLS=http://+:7000
              - Kestrel__Endpoints__Http__Url=http://0.0.0.0:7001
              - HTTP_PORTS
            command: ["dotnet", "Shop.Worker.dll", "--urls", "http://127.0.0.1:7002"]
            network_mode: host
            profiles: [batch]
            env_file: .env
          db:
            image: postgres:16
            command: >
              postgres -c max_connections=200
              -c shared_buffers=1GB
            ports: ["5432"]
        volumes:
          data: {}
        """;

    public const string Nginx = """
        # proxy_pass http://127.0.0.1:1111;
        worker_processes auto;
        events { worker_connections 1024; }
        http {
            map $http_upgrade $connection_upgrade { default upgrade; '' close; }
            upstream shop {
                least_conn;
                server 127.0.0.1:5000 weight=3 max_fails=2;
                server backend.internal:5001;
                server unix:/run/shop.sock;
            }
            server {
                listen 80;
                server_name shop.example.com;
                location / {
                    proxy_pass         http://shop;
                    proxy_set_header   Upgrade $http_upgrade;
                }
                location /hub { proxy_pass "http://localhost:5002/hub"; }
                location /grpc { grpc_pass grpc://[::1]:5003; }
                location ~ ^/dynamic { proxy_pass $target; }
                location /template { proxy_pass http://localhost:${API_PORT}; }
                set $orders http://127.0.0.1:5004;
            }
        }
        """;

    public const string Caddyfile = """
        {
            email admin@example.com
        }
        # reverse_proxy localhost:1111
        shop.example.com {
            encode gzip
            reverse_proxy /api/* localhost:5000 127.0.0.1:5001
            reverse_proxy @websockets :5002
            handle /admin/* {
                reverse_proxy {
                    to http://localhost:5003 h2c://10.0.0.7:5004
                    lb_policy first
                }
            }
            redir {
                to https://elsewhere.example.com:1
            }
            reverse_proxy unix//run/shop.sock {$UPSTREAM}
        }
        """;

    public const string Apache = """
        <VirtualHost *:80>
            ServerName shop.example.com
            # ProxyPass / http://localhost:1111/
            ProxyPreserveHost On
            ProxyPass /static !
            ProxyPass / http://localhost:5000/ retry=0
            ProxyPassReverse / http://localhost:1112/
            ProxyPassMatch ^/api/(.*)$ "http://127.0.0.1:5001/$1"
            RewriteEngine on
            RewriteCond %{HTTP:Upgrade} websocket [NC]
            RewriteRule ^/?(.*) "ws://localhost:5002/$1" [P,L]
            RewriteRule ^/old(.*) http://localhost:1113/new$1 [R=301,L]
            <Location /hub>
                proxypass http://[::1]:5003/hub
            </Location>
            <Proxy balancer://shop>
                BalancerMember http://127.0.0.1:5004 \
                    loadfactor=2
            </Proxy>
        </VirtualHost>
        """;

    public const string DaprRunFile = """
        version: 1
        common:
          resourcesPath: ./components
        apps:
          - appID: orders
            appDirPath: ./orders/
            appPort: 5005
            command: ["dotnet", "run"]
          - appID: billing
            appPort: "{{ port }}"
        """;

    /// <summary>Every sample with a path of its kind.</summary>
    public static IEnumerable<(string Path, string Text)> All() =>
    [
        ("appsettings.json", AppSettings),
        ("Properties/launchSettings.json", LaunchSettings),
        ("Dockerfile", Dockerfile),
        ("docker-compose.yml", Compose),
        ("nginx.conf", Nginx),
        ("Caddyfile", Caddyfile),
        ("httpd.conf", Apache),
        ("dapr.yaml", DaprRunFile),
    ];
}
