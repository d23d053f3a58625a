"""REST APIs, HTTP APIs and WebSocket APIs, careful and careless ones."""


def rest(gw, name, authorization, kind, uri):
    api = gw.create_rest_api(name=name, endpointConfiguration={"types": ["REGIONAL"]})["id"]
    root = gw.get_resources(restApiId=api)["items"][0]["id"]
    gw.put_method(restApiId=api, resourceId=root, httpMethod="GET", authorizationType=authorization)
    gw.put_integration(restApiId=api, resourceId=root, httpMethod="GET", type=kind, uri=uri, integrationHttpMethod="GET")
    gw.create_deployment(restApiId=api, stageName="prod")
    return api


def fill(client):
    gw, v2 = client("apigateway"), client("apigatewayv2")
    good = rest(gw, "quince-good", "AWS_IAM", "HTTP", "https://backend.quince.example")
    bad = rest(gw, "quince-bad", "NONE", "HTTP", "https://backend.quince.example")
    gw.update_stage(restApiId=good, stageName="prod", patchOperations=[
        {"op": "replace", "path": "/*/*/logging/loglevel", "value": "INFO"},
        {"op": "replace", "path": "/tracingEnabled", "value": "true"},
    ])
    http = v2.create_api(Name="quince-http", ProtocolType="HTTP")["ApiId"]
    web = v2.create_api(Name="quince-web", ProtocolType="WEBSOCKET", RouteSelectionExpression="$request.body.action")["ApiId"]
    v2.create_route(ApiId=http, RouteKey="GET /pears", AuthorizationType="AWS_IAM")
    v2.create_route(ApiId=http, RouteKey="OPTIONS /pears", AuthorizationType="NONE")
    v2.create_route(ApiId=web, RouteKey="$connect", AuthorizationType="NONE")
    v2.create_integration(ApiId=http, IntegrationType="HTTP_PROXY", IntegrationMethod="GET", ConnectionType="VPC_LINK", ConnectionId="l1",
                          PayloadFormatVersion="1.0", IntegrationUri="arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/a/1/2")
    v2.create_stage(ApiId=http, StageName="prod", AccessLogSettings={"DestinationArn": "arn:aws:logs:us-east-1:123456789012:log-group:quince", "Format": "$context.requestId"})
    v2.create_stage(ApiId=web, StageName="prod")
    gw.create_domain_name(domainName="old.quince.example", securityPolicy="TLS_1_0", regionalCertificateArn="arn:aws:acm:us-east-1:123456789012:certificate/1",
                          endpointConfiguration={"types": ["REGIONAL"]})
    gw.create_domain_name(domainName="api.quince.example", securityPolicy="TLS_1_2", regionalCertificateArn="arn:aws:acm:us-east-1:123456789012:certificate/1",
                          endpointConfiguration={"types": ["REGIONAL"]})
    return [
        ("aws-apigateway-rest-api-authorization", "quince-good", "PASS"),
        ("aws-apigateway-rest-api-authorization", "quince-bad", "FAIL"),
        ("aws-apigateway-rest-stage-execution-logging", good + "/prod", "PASS"),
        ("aws-apigateway-rest-stage-execution-logging", bad + "/prod", "FAIL"),
        ("aws-apigateway-rest-stage-tracing", good + "/prod", "PASS"),
        ("aws-apigateway-rest-stage-tracing", bad + "/prod", "FAIL"),
        ("aws-apigateway-rest-stage-client-certificate", bad + "/prod", "FAIL"),
        ("aws-apigateway-rest-stage-waf", bad + "/prod", "FAIL"),
        ("aws-apigateway-rest-stage-cache-encryption", bad + "/prod", "NOT_APPLICABLE"),
        ("aws-apigateway-api-route-authorization", "quince-http", "PASS"),
        ("aws-apigateway-api-route-authorization", "quince-web", "FAIL"),
        ("aws-apigateway-api-private-integration-tls", "quince-http", "FAIL"),
        ("aws-apigateway-stage-access-logging", http + "/prod", "PASS"),
        ("aws-apigateway-stage-access-logging", web + "/prod", "FAIL"),
        ("aws-apigateway-websocket-stage-execution-logging", web + "/prod", "FAIL"),
        ("aws-apigateway-websocket-stage-execution-logging", http + "/prod", "NOT_APPLICABLE"),
        ("aws-apigateway-domain-name-tls-policy", "old.quince.example", "FAIL"),
        ("aws-apigateway-domain-name-tls-policy", "api.quince.example", "PASS"),
    ]


NOT_JUDGED = {"aws-apigateway-rest-stage-cache-encryption": "moto has no cache clusters of stages"}
