package policy

// Literature the catalogue is drawn from.
const (
	rhino   = "Rhino Security Labs, AWS IAM Privilege Escalation Methods and Mitigation"
	bishop  = "Bishop Fox, Privilege Escalation in AWS"
	iamDocs = "AWS IAM User Guide and Service Authorization Reference"
)

// on makes a need on an existing resource of a type.
func on(action string, t target, resource string) need {
	return need{action: action, target: t, resource: resource}
}

// makes is a need that any resource meets.
func makes(action string) need { return need{action: action, target: some} }

// pass is the need to hand a role to a service.
func pass(service string) need {
	return need{action: "iam:PassRole", target: wide, resource: "role/", passedTo: service}
}

// catalogue lists the known methods.
func catalogue() []method {
	var out []method
	out = append(out, identityMethods()...)
	out = append(out, computeMethods()...)
	out = append(out, pipelineMethods()...)
	return append(out, existingMethods()...)
}

// identityMethods lists the methods that use IAM and STS alone.
func identityMethods() []method {
	return []method{
		{"iam-create-policy-version", "New default version of a policy",
			"Writes a new version of a managed policy it holds and makes it the default in the same call.", rhino,
			[]need{on("iam:CreatePolicyVersion", wide, "policy/")}},
		{"iam-set-default-policy-version", "Older version of a policy",
			"Switches a managed policy it holds to another existing version that allows more.", rhino,
			[]need{on("iam:SetDefaultPolicyVersion", wide, "policy/")}},
		{"iam-create-access-key", "Access key for another user",
			"Creates an access key for a user with higher permissions and signs with it.", rhino,
			[]need{on("iam:CreateAccessKey", others, "user/")}},
		{"iam-create-login-profile", "Console password for another user",
			"Sets a first console password for a user with higher permissions.", rhino,
			[]need{on("iam:CreateLoginProfile", others, "user/")}},
		{"iam-update-login-profile", "Changed console password of another user",
			"Changes the console password of a user with higher permissions.", rhino,
			[]need{on("iam:UpdateLoginProfile", others, "user/")}},
		{"iam-attach-user-policy", "Managed policy on a user",
			"Attaches an administrator policy to a user it controls.", rhino,
			[]need{on("iam:AttachUserPolicy", itself, "user/")}},
		{"iam-attach-group-policy", "Managed policy on a group",
			"Attaches an administrator policy to a group it belongs to.", rhino,
			[]need{on("iam:AttachGroupPolicy", wide, "group/")}},
		{"iam-attach-role-policy", "Managed policy on a role",
			"Attaches an administrator policy to a role it holds or is trusted to assume.", rhino,
			[]need{on("iam:AttachRolePolicy", wide, "role/")}},
		{"iam-put-user-policy", "Inline policy on a user",
			"Writes an inline policy that allows everything on a user it controls.", rhino,
			[]need{on("iam:PutUserPolicy", itself, "user/")}},
		{"iam-put-group-policy", "Inline policy on a group",
			"Writes an inline policy that allows everything on a group it belongs to.", rhino,
			[]need{on("iam:PutGroupPolicy", wide, "group/")}},
		{"iam-put-role-policy", "Inline policy on a role",
			"Writes an inline policy that allows everything on a role it holds or is trusted to assume.", rhino,
			[]need{on("iam:PutRolePolicy", wide, "role/")}},
		{"iam-add-user-to-group", "Membership of a group",
			"Adds itself to a group with higher permissions.", rhino,
			[]need{on("iam:AddUserToGroup", wide, "group/")}},
		{"iam-update-assume-role-policy", "Rewritten trust policy",
			"Rewrites the trust policy of a role with higher permissions so that it names the caller, then assumes it.", rhino,
			[]need{on("iam:UpdateAssumeRolePolicy", wide, "role/")}},
		{"sts-assume-any-role", "Assumption of any role",
			"Assumes any role of the account whose trust policy admits the account as a whole.", bishop,
			[]need{{action: "sts:AssumeRole", target: wide, resource: "role/", service: "iam"}}},
		{"iam-delete-user-boundary", "Removed boundary of a user",
			"Removes the permissions boundary that holds its own user back.", iamDocs,
			[]need{on("iam:DeleteUserPermissionsBoundary", itself, "user/")}},
		{"iam-put-user-boundary", "Replaced boundary of a user",
			"Replaces the permissions boundary of its own user by a wider one.", iamDocs,
			[]need{on("iam:PutUserPermissionsBoundary", itself, "user/")}},
		{"iam-delete-role-boundary", "Removed boundary of a role",
			"Removes the permissions boundary of a role it holds or can assume.", iamDocs,
			[]need{on("iam:DeleteRolePermissionsBoundary", wide, "role/")}},
		{"iam-put-role-boundary", "Replaced boundary of a role",
			"Replaces the permissions boundary of a role it holds or can assume by a wider one.", iamDocs,
			[]need{on("iam:PutRolePermissionsBoundary", wide, "role/")}},
		{"iam-detach-user-policy", "Detached restriction of a user",
			"Detaches from its own user a managed policy whose Deny statements hold it back.", bishop,
			[]need{on("iam:DetachUserPolicy", itself, "user/")}},
		{"iam-delete-user-policy", "Deleted restriction of a user",
			"Deletes from its own user an inline policy whose Deny statements hold it back.", bishop,
			[]need{on("iam:DeleteUserPolicy", itself, "user/")}},
		{"iam-virtual-mfa", "MFA device for another user",
			"Deactivates the MFA device of a user and registers its own, to get past conditions that ask for MFA.", iamDocs,
			[]need{on("iam:DeactivateMFADevice", others, "user/"), on("iam:EnableMFADevice", others, "user/")}},
		{"iam-update-saml-provider", "Replaced metadata of a SAML provider",
			"Has a SAML provider of the account accept its own signing key and signs in to any role that trusts the provider.", iamDocs,
			[]need{on("iam:UpdateSAMLProvider", wide, "saml-provider/")}},
	}
}

// computeMethods lists the methods that hand a role to new compute.
func computeMethods() []method {
	return []method{
		{"ec2-run-instances", "Role on a new EC2 instance",
			"Starts an instance with a role of higher permissions and reads its credentials from the instance.", rhino,
			[]need{pass("ec2.amazonaws.com"), makes("ec2:RunInstances")}},
		{"ec2-associate-profile", "Role on a running EC2 instance",
			"Attaches an instance profile of higher permissions to an instance it can reach.", bishop,
			[]need{pass("ec2.amazonaws.com"), makes("ec2:AssociateIamInstanceProfile")}},
		{"ec2-replace-profile", "Other role on a running EC2 instance",
			"Replaces the instance profile of an instance it can reach by one with higher permissions.", bishop,
			[]need{pass("ec2.amazonaws.com"), makes("ec2:ReplaceIamInstanceProfileAssociation")}},
		{"ec2-spot-instances", "Role on a spot instance",
			"Requests a spot instance with a role of higher permissions and reads its credentials there.", bishop,
			[]need{pass("ec2.amazonaws.com"), makes("ec2:RequestSpotInstances")}},
		{"autoscaling-launch-configuration", "Role in a launch configuration",
			"Has an Auto Scaling group start instances with a role of higher permissions.", bishop,
			[]need{pass("ec2.amazonaws.com"), makes("autoscaling:CreateLaunchConfiguration"), makes("autoscaling:CreateAutoScalingGroup")}},
		{"lambda-create-invoke", "Role on a new Lambda function, invoked",
			"Creates a function with a role of higher permissions and invokes it.", rhino,
			[]need{pass("lambda.amazonaws.com"), makes("lambda:CreateFunction"), makes("lambda:InvokeFunction")}},
		{"lambda-create-event-source", "Role on a new Lambda function, set off by a source",
			"Creates a function with a role of higher permissions and ties it to an event source that sets it off.", rhino,
			[]need{pass("lambda.amazonaws.com"), makes("lambda:CreateFunction"), makes("lambda:CreateEventSourceMapping")}},
		{"lambda-create-permission", "Role on a new Lambda function, opened to others",
			"Creates a function with a role of higher permissions and lets another principal invoke it.", bishop,
			[]need{pass("lambda.amazonaws.com"), makes("lambda:CreateFunction"), makes("lambda:AddPermission")}},
		{"ecs-run-task", "Role on a new ECS task",
			"Registers a task definition with a role of higher permissions and runs it.", bishop,
			[]need{pass("ecs-tasks.amazonaws.com"), makes("ecs:RegisterTaskDefinition"), makes("ecs:RunTask")}},
		{"ecs-start-task", "Role on an ECS task on a chosen instance",
			"Registers a task definition with a role of higher permissions and starts it on a container instance.", bishop,
			[]need{pass("ecs-tasks.amazonaws.com"), makes("ecs:RegisterTaskDefinition"), makes("ecs:StartTask")}},
		{"ecs-create-service", "Role on a new ECS service",
			"Registers a task definition with a role of higher permissions and has a service run it.", bishop,
			[]need{pass("ecs-tasks.amazonaws.com"), makes("ecs:RegisterTaskDefinition"), makes("ecs:CreateService")}},
		{"batch-submit-job", "Role on a Batch job",
			"Registers a job definition with a role of higher permissions and submits a job.", iamDocs,
			[]need{pass("ecs-tasks.amazonaws.com"), makes("batch:RegisterJobDefinition"), makes("batch:SubmitJob")}},
		{"apprunner-create-service", "Role on an App Runner service",
			"Creates an App Runner service that runs chosen code with a role of higher permissions.", iamDocs,
			[]need{pass("tasks.apprunner.amazonaws.com"), makes("apprunner:CreateService")}},
		{"sagemaker-create-notebook", "Role on a new notebook instance",
			"Creates a notebook instance with a role of higher permissions and opens it.", rhino,
			[]need{pass("sagemaker.amazonaws.com"), makes("sagemaker:CreateNotebookInstance"), makes("sagemaker:CreatePresignedNotebookInstanceUrl")}},
		{"sagemaker-create-training-job", "Role on a training job",
			"Starts a training job that runs chosen code with a role of higher permissions.", rhino,
			[]need{pass("sagemaker.amazonaws.com"), makes("sagemaker:CreateTrainingJob")}},
		{"sagemaker-create-processing-job", "Role on a processing job",
			"Starts a processing job that runs chosen code with a role of higher permissions.", rhino,
			[]need{pass("sagemaker.amazonaws.com"), makes("sagemaker:CreateProcessingJob")}},
		{"bedrock-agentcore-interpreter", "Role on a code interpreter",
			"Creates a code interpreter with a role of higher permissions and runs code in it.", iamDocs,
			[]need{pass("bedrock-agentcore.amazonaws.com"), makes("bedrock-agentcore:CreateCodeInterpreter"),
				makes("bedrock-agentcore:StartCodeInterpreterSession"), makes("bedrock-agentcore:InvokeCodeInterpreter")}},
	}
}
