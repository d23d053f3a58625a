package asff

// The parts of the AWS Security Finding Format, version 2018-10-08, that Write
// fills.
type (
	finding struct {
		SchemaVersion         string            `json:"SchemaVersion"`
		ID                    string            `json:"Id"`
		ProductArn            string            `json:"ProductArn"`
		ProductName           string            `json:"ProductName"`
		CompanyName           string            `json:"CompanyName"`
		Region                string            `json:"Region"`
		GeneratorID           string            `json:"GeneratorId"`
		AwsAccountID          string            `json:"AwsAccountId"`
		AwsAccountName        string            `json:"AwsAccountName,omitempty"`
		Types                 []string          `json:"Types"`
		CreatedAt             string            `json:"CreatedAt"`
		UpdatedAt             string            `json:"UpdatedAt"`
		Severity              severity          `json:"Severity"`
		Title                 string            `json:"Title"`
		Description           string            `json:"Description"`
		Remediation           *remediation      `json:"Remediation,omitempty"`
		ProductFields         map[string]string `json:"ProductFields"`
		Resources             []resource        `json:"Resources"`
		Compliance            compliance        `json:"Compliance"`
		Workflow              *workflow         `json:"Workflow,omitempty"`
		RecordState           string            `json:"RecordState"`
		FindingProviderFields providerFields    `json:"FindingProviderFields"`
	}
	severity struct {
		Label    string `json:"Label"`
		Original string `json:"Original,omitempty"`
	}
	remediation struct {
		Recommendation recommendation `json:"Recommendation"`
	}
	recommendation struct {
		Text string `json:"Text"`
		URL  string `json:"Url,omitempty"`
	}
	resource struct {
		Type      string            `json:"Type"`
		ID        string            `json:"Id"`
		Partition string            `json:"Partition"`
		Region    string            `json:"Region,omitempty"`
		Tags      map[string]string `json:"Tags,omitempty"`
		Details   *details          `json:"Details,omitempty"`
	}
	details struct {
		Other map[string]string `json:"Other"`
	}
	compliance struct {
		Status              string         `json:"Status"`
		StatusReasons       []statusReason `json:"StatusReasons,omitempty"`
		RelatedRequirements []string       `json:"RelatedRequirements,omitempty"`
	}
	statusReason struct {
		ReasonCode  string `json:"ReasonCode"`
		Description string `json:"Description,omitempty"`
	}
	workflow struct {
		Status string `json:"Status"`
	}
	providerFields struct {
		Severity severity `json:"Severity"`
		Types    []string `json:"Types"`
	}
)

// resourceTypes are the names that the format has for what demarc reads. The
// rest is "Other".
var resourceTypes = map[string]string{
	"aws.Account":                         "AwsAccount",
	"aws.account.Account":                 "AwsAccount",
	"aws.iam.Account":                     "AwsAccount",
	"aws.iam.Root":                        "AwsAccount",
	"aws.organizations.Account":           "AwsAccount",
	"aws.acm.Certificate":                 "AwsCertificateManagerCertificate",
	"aws.apigateway.API":                  "AwsApiGatewayV2Api",
	"aws.apigateway.RestAPI":              "AwsApiGatewayRestApi",
	"aws.apigateway.RestStage":            "AwsApiGatewayStage",
	"aws.apigateway.Stage":                "AwsApiGatewayV2Stage",
	"aws.autoscaling.Group":               "AwsAutoScalingAutoScalingGroup",
	"aws.autoscaling.LaunchConfiguration": "AwsAutoScalingLaunchConfiguration",
	"aws.cloudfront.Distribution":         "AwsCloudFrontDistribution",
	"aws.cloudtrail.Trail":                "AwsCloudTrailTrail",
	"aws.cloudwatch.Alarm":                "AwsCloudWatchAlarm",
	"aws.docdb.DBCluster":                 "AwsRdsDbCluster",
	"aws.docdb.DBClusterSnapshot":         "AwsRdsDbClusterSnapshot",
	"aws.ec2.Instance":                    "AwsEc2Instance",
	"aws.ec2.LaunchTemplate":              "AwsEc2LaunchTemplate",
	"aws.ec2.Volume":                      "AwsEc2Volume",
	"aws.efs.AccessPoint":                 "AwsEfsAccessPoint",
	"aws.elb.LoadBalancer":                "AwsElbLoadBalancer",
	"aws.elbv2.LoadBalancer":              "AwsElbv2LoadBalancer",
	"aws.events.Bus":                      "AwsEventsEventbus",
	"aws.events.Endpoint":                 "AwsEventsEndpoint",
	"aws.guardduty.Detector":              "AwsGuardDutyDetector",
	"aws.iam.Group":                       "AwsIamGroup",
	"aws.iam.Policy":                      "AwsIamPolicy",
	"aws.iam.Role":                        "AwsIamRole",
	"aws.iam.User":                        "AwsIamUser",
	"aws.kms.Key":                         "AwsKmsKey",
	"aws.lambda.Function":                 "AwsLambdaFunction",
	"aws.neptune.DBCluster":               "AwsRdsDbCluster",
	"aws.neptune.DBClusterSnapshot":       "AwsRdsDbClusterSnapshot",
	"aws.rds.DBCluster":                   "AwsRdsDbCluster",
	"aws.rds.DBClusterSnapshot":           "AwsRdsDbClusterSnapshot",
	"aws.rds.DBInstance":                  "AwsRdsDbInstance",
	"aws.rds.DBSnapshot":                  "AwsRdsDbSnapshot",
	"aws.rds.EventSubscription":           "AwsRdsEventSubscription",
	"aws.s3.AccessPoint":                  "AwsS3AccessPoint",
	"aws.s3.Bucket":                       "AwsS3Bucket",
	"aws.secretsmanager.Secret":           "AwsSecretsManagerSecret",
	"aws.sns.Topic":                       "AwsSnsTopic",
	"aws.sqs.Queue":                       "AwsSqsQueue",
	"aws.ssm.ManagedInstance":             "AwsEc2Instance",
	"aws.vpc.Address":                     "AwsEc2Eip",
	"aws.vpc.ClientVpnEndpoint":           "AwsEc2ClientVpnEndpoint",
	"aws.vpc.EndpointService":             "AwsEc2VpcEndpointService",
	"aws.vpc.NetworkAcl":                  "AwsEc2NetworkAcl",
	"aws.vpc.NetworkInterface":            "AwsEc2NetworkInterface",
	"aws.vpc.PeeringConnection":           "AwsEc2VpcPeeringConnection",
	"aws.vpc.RouteTable":                  "AwsEc2RouteTable",
	"aws.vpc.SecurityGroup":               "AwsEc2SecurityGroup",
	"aws.vpc.Subnet":                      "AwsEc2Subnet",
	"aws.vpc.TransitGateway":              "AwsEc2TransitGateway",
	"aws.vpc.VPC":                         "AwsEc2Vpc",
	"aws.vpc.VpnConnection":               "AwsEc2VpnConnection",
}
